import { Banknote } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { RateFacts } from '@/components/fleet/rate-card'
import { RateDialog } from '@/components/fleet/rate-dialog'
import { CategoryDialog } from '@/components/pricing/category-dialog'
import { NewRateDialog } from '@/components/pricing/new-rate-dialog'
import { Card } from '@/components/ui/card'
import { IconButton } from '@/components/ui/icon-button'
import { Money } from '@/components/ui/money'
import { Table, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import { labelOf } from '@/lib/core/labels'
import type { Category } from '@/lib/fleet/queries/catalogue'

type CategoryTableProps = {
  categories: Category[]
  /** How many vehicles have prices of their own, by category. */
  ownPrices: Map<string, number>
  currency: string
  canEdit: boolean
}

/** What holds for the vehicles of each category: a table, and on a phone a card for each with all its prices. */
export function CategoryTable(props: CategoryTableProps) {
  const t = useTranslations('fleet')
  if (props.categories.length === 0) return <p className="text-muted text-sm">{t('prices.categoriesNone')}</p>
  return (
    <>
      <div className="min-w-0 max-sm:hidden">
        <WideTable {...props} />
      </div>
      <CategoryCards {...props} />
    </>
  )
}

function CategoryCards({ categories, ownPrices, currency, canEdit }: CategoryTableProps) {
  const locale = useLocale()
  return (
    <ul className="grid gap-3 sm:hidden">
      {categories.map((category) => (
        <li key={category.id}>
          <Card
            title={labelOf(category.names, locale)}
            actions={
              canEdit && (
                <CategoryButtons
                  category={category}
                  ownPrices={ownPrices.get(category.id) ?? 0}
                  currency={currency}
                />
              )
            }
          >
            <div className="grid gap-3">
              {category.rate && <RateFacts rate={category.rate} currency={currency} />}
              <OwnPrices count={ownPrices.get(category.id) ?? 0} />
            </div>
          </Card>
        </li>
      ))}
    </ul>
  )
}

function WideTable({ categories, ownPrices, currency, canEdit }: CategoryTableProps) {
  const t = useTranslations('fleet')
  return (
    <Table caption={t('prices.categories')}>
      <TableHead>
        <TableHeader>{t('facts.category')}</TableHeader>
        <TableHeader numeric className="max-md:hidden">
          {t('rates.hourly')}
        </TableHeader>
        <TableHeader numeric>{t('rates.daily')}</TableHeader>
        <TableHeader numeric>{t('rates.weekly')}</TableHeader>
        <TableHeader numeric>{t('rates.monthly')}</TableHeader>
        <TableHeader numeric className="max-md:hidden">
          {t('import.columns.included_km_per_day')}
        </TableHeader>
        <TableHeader numeric className="max-2xl:hidden">
          {t('rates.extraKm')}
        </TableHeader>
        <TableHeader numeric className="max-2xl:hidden">
          {t('facts.deposit')}
        </TableHeader>
        <TableHeader numeric className="max-2xl:hidden">
          {t('facts.minimumAge')}
        </TableHeader>
        <TableHeader numeric className="max-2xl:hidden">
          {t('prices.buffer')}
        </TableHeader>
        {canEdit && (
          <TableHeader>
            <span className="sr-only">{t('detail.edit')}</span>
          </TableHeader>
        )}
      </TableHead>
      <tbody>
        {categories.map((category) => (
          <CategoryRow
            key={category.id}
            category={category}
            ownPrices={ownPrices.get(category.id) ?? 0}
            currency={currency}
            canEdit={canEdit}
          />
        ))}
      </tbody>
    </Table>
  )
}

type CategoryRowProps = { category: Category; ownPrices: number; currency: string; canEdit: boolean }

function CategoryRow({ category, ownPrices, currency, canEdit }: CategoryRowProps) {
  const t = useTranslations('fleet')
  const locale = useLocale()
  const { rate } = category
  const price = (amountRappen: number | null | undefined) =>
    amountRappen == null ? '–' : <Money amountRappen={amountRappen} bare />
  return (
    <TableRow>
      <TableCell className="font-medium">
        {labelOf(category.names, locale)}
        <OwnPrices count={ownPrices} />
      </TableCell>
      <TableCell numeric className="max-md:hidden">
        {price(rate?.hourlyRappen)}
      </TableCell>
      <TableCell numeric>{price(rate?.dailyRappen)}</TableCell>
      <TableCell numeric>{price(rate?.weeklyRappen)}</TableCell>
      <TableCell numeric>{price(rate?.monthlyRappen)}</TableCell>
      <TableCell numeric className="max-md:hidden">
        {rate ? `${rate.includedKmPerDay} km` : '–'}
      </TableCell>
      <TableCell numeric className="max-2xl:hidden">
        {price(rate?.extraKmRappen)}
      </TableCell>
      <TableCell numeric className="max-2xl:hidden">
        {price(category.securityDepositRappen)}
      </TableCell>
      <TableCell numeric className="max-2xl:hidden">
        {category.minimumAge}
      </TableCell>
      <TableCell numeric className="max-2xl:hidden">
        {t('prices.minutes', { minutes: category.bufferMinutes })}
      </TableCell>
      {canEdit && (
        <TableCell className="text-right">
          <CategoryButtons category={category} ownPrices={ownPrices} currency={currency} />
        </TableCell>
      )}
    </TableRow>
  )
}

function CategoryButtons({ category, ownPrices, currency }: Omit<CategoryRowProps, 'canEdit'>) {
  const t = useTranslations('fleet')
  return (
    <span className="inline-flex items-center gap-1">
      {category.rate ? (
        <RateDialog
          rate={category.rate}
          ownPrices={ownPrices}
          currency={currency}
          trigger={
            <IconButton label={t('rates.edit')}>
              <Banknote aria-hidden="true" />
            </IconButton>
          }
        />
      ) : (
        <NewRateDialog categoryId={category.id} currency={currency} />
      )}
      <CategoryDialog category={category} currency={currency} />
    </span>
  )
}

function OwnPrices({ count }: { count: number }) {
  const t = useTranslations('fleet.prices')
  return count > 0 && <p className="font-normal text-muted text-xs">{t('ownPrices', { count })}</p>
}
