import { Pencil, Plus, Receipt, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import {
  adoptStarterPricesAction,
  removeDamagePriceAction,
} from '@/app/(dashboard)/dashboard/settings/damages/actions'
import { DamagePriceDialog } from '@/components/damages/damage-price-dialog'
import { ActionButton } from '@/components/dashboard/action-button'
import { ConfirmAction } from '@/components/dashboard/confirm-action'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { IconButton } from '@/components/ui/icon-button'
import { Money } from '@/components/ui/money'
import { Table, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import type { DamagePrice } from '@/lib/damages/prices'

type DamagePriceListProps = { prices: DamagePrice[]; currency: string }

/** What damage costs, a kind and part of the vehicle a line, an extent a column. */
export function DamagePriceList({ prices, currency }: DamagePriceListProps) {
  const t = useTranslations('settings.damages')
  const add = (
    <DamagePriceDialog
      currency={currency}
      trigger={
        <Button variant={prices.length > 0 ? 'primary' : 'secondary'}>
          <Plus aria-hidden="true" />
          {t('add')}
        </Button>
      }
    />
  )
  if (prices.length === 0)
    return (
      <EmptyState
        picture={<Receipt aria-hidden="true" />}
        title={t('emptyTitle')}
        className="max-w-3xl rounded-lg border bg-surface"
        actions={
          <>
            <ActionButton variant="primary" action={adoptStarterPricesAction} input={{}} done={t('adopted')}>
              {t('adopt')}
            </ActionButton>
            {add}
          </>
        }
      >
        {t('emptyText')}
      </EmptyState>
    )
  return (
    <div className="grid max-w-4xl grid-cols-[minmax(0,1fr)] gap-5">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <p className="max-w-prose text-muted text-sm">{t('text')}</p>
        {add}
      </div>
      <PriceTable prices={prices} currency={currency} />
    </div>
  )
}

const extents = ['minorRappen', 'mediumRappen', 'majorRappen'] as const

function PriceTable({ prices, currency }: DamagePriceListProps) {
  const t = useTranslations('settings.damages')
  const words = useTranslations('handover.damage')
  const nameOf = ({ kind, view }: DamagePrice) =>
    `${words(`kinds.${kind}`)}, ${view ? words(`views.${view}`) : t('everywhere')}`
  return (
    <Table caption={t('title')}>
      <TableHead>
        <TableHeader>{t('kind')}</TableHeader>
        <TableHeader numeric>{words('severities.minor')}</TableHeader>
        <TableHeader numeric>{words('severities.medium')}</TableHeader>
        <TableHeader numeric>{words('severities.major')}</TableHeader>
        <TableHeader>
          <span className="sr-only">{t('edit')}</span>
        </TableHeader>
      </TableHead>
      <tbody>
        {prices.map((price) => (
          <TableRow key={price.id}>
            <TableCell>
              <span className="font-medium">{words(`kinds.${price.kind}`)}</span>{' '}
              <span className="text-muted max-sm:block">
                {price.view ? words(`views.${price.view}`) : t('everywhere')}
              </span>
            </TableCell>
            {extents.map((extent) => (
              <TableCell key={extent} numeric className="max-sm:px-1.5">
                <Price rappen={price[extent]} />
              </TableCell>
            ))}
            <TableCell className="text-right max-sm:px-1">
              <span className="inline-flex max-sm:flex-col sm:gap-1">
                <DamagePriceDialog
                  price={price}
                  currency={currency}
                  trigger={
                    <IconButton label={t('editNamed', { name: nameOf(price) })}>
                      <Pencil aria-hidden="true" />
                    </IconButton>
                  }
                />
                <ConfirmAction
                  action={removeDamagePriceAction}
                  input={{ id: price.id }}
                  done={t('removed')}
                  title={t('removeTitle', { name: nameOf(price) })}
                  consequences={[t('removeText')]}
                  confirmLabel={t('remove')}
                  trigger={
                    <IconButton label={t('removeNamed', { name: nameOf(price) })}>
                      <Trash2 aria-hidden="true" />
                    </IconButton>
                  }
                />
              </span>
            </TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  )
}

function Price({ rappen }: { rappen: number | null }) {
  const t = useTranslations('settings.damages')
  if (rappen !== null) return <Money amountRappen={rappen} bare />
  return (
    <span className="text-muted" title={t('assess')}>
      –<span className="sr-only">{t('assess')}</span>
    </span>
  )
}
