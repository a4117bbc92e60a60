import { useLocale, useTranslations } from 'next-intl'
import { ExtraDialog } from '@/components/pricing/extra-dialog'
import { Button } from '@/components/ui/button'
import { Money } from '@/components/ui/money'
import { StateBadge } from '@/components/ui/state-badge'
import { Table, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import { labelOf } from '@/lib/core/labels'
import type { Extra } from '@/lib/fleet/queries/catalogue'

type ExtraTableProps = { extras: Extra[]; currency: string; canEdit: boolean }

/** What can be booked on top of a vehicle. */
export function ExtraTable({ extras, currency, canEdit }: ExtraTableProps) {
  const t = useTranslations('fleet.prices')
  const locale = useLocale()
  const edit = useTranslations('fleet.detail')('edit')
  if (extras.length === 0) return <p className="text-muted text-sm">{t('extrasNone')}</p>
  return (
    <Table caption={t('extras')}>
      <TableHead>
        <TableHeader>{t('extras')}</TableHeader>
        <TableHeader numeric>{t('price')}</TableHeader>
        <TableHeader>{t('charge')}</TableHeader>
        <TableHeader numeric className="max-sm:hidden">
          {t('maxQuantity')}
        </TableHeader>
        <TableHeader numeric className="max-sm:hidden">
          {t('stock')}
        </TableHeader>
        <TableHeader className="max-sm:hidden">
          <span className="sr-only">{t('active')}</span>
        </TableHeader>
        {canEdit && (
          <TableHeader>
            <span className="sr-only">{edit}</span>
          </TableHeader>
        )}
      </TableHead>
      <tbody>
        {extras.map((extra) => (
          <TableRow key={extra.id}>
            <TableCell className="font-medium">{labelOf(extra.names, locale)}</TableCell>
            <TableCell numeric>
              <Money amountRappen={extra.priceRappen} bare />
            </TableCell>
            <TableCell>{t(`charges.${extra.charge}`)}</TableCell>
            <TableCell numeric className="max-sm:hidden">
              {extra.maxQuantity}
            </TableCell>
            <TableCell numeric className="max-sm:hidden">
              {extra.stock ?? '–'}
            </TableCell>
            <TableCell className="max-sm:hidden">
              <StateBadge state={extra.active ? 'active' : 'done'}>
                {t(extra.active ? 'active' : 'inactive')}
              </StateBadge>
            </TableCell>
            {canEdit && (
              <TableCell className="text-right">
                <ExtraDialog extra={extra} currency={currency} trigger={<Button size="sm">{edit}</Button>} />
              </TableCell>
            )}
          </TableRow>
        ))}
      </tbody>
    </Table>
  )
}
