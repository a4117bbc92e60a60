import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { BODY_TYPES } from '@/components/icons/body-type'
import { VehicleSilhouette } from '@/components/icons/vehicle-silhouette'
import { Button } from '@/components/ui/button'
import { Money } from '@/components/ui/money'
import { labelOf } from '@/lib/core/labels'
import type { CategoryOffer } from '@/lib/reservations/queries/availability'

type CategoryOffersProps = {
  offers: CategoryOffer[]
  /** The address's query without a choice. */
  query: string
  /** Said above them instead, when they are not what was asked for. */
  title?: string
}

/** Categories that can be promised without naming a vehicle: the fleet stays flexible until pickup. */
export function CategoryOffers({ offers, query, title }: CategoryOffersProps) {
  const t = useTranslations('reservations.desk')
  const locale = useLocale()
  if (offers.length === 0) return null
  return (
    <section className="grid grid-cols-1 gap-2">
      <h2 className="font-semibold text-base">{title ?? t('categories')}</h2>
      <p className="text-muted text-sm">{t('categoriesHelp')}</p>
      <ul className="grid grid-cols-1 gap-2 sm:grid-cols-2 lg:grid-cols-3">
        {offers.map(({ categoryId, names, bodyType, room, example, price }) => (
          <li key={categoryId} className="flex items-center gap-3 rounded-lg border bg-surface px-4 py-2.5">
            <VehicleSilhouette
              body={BODY_TYPES.find((body) => body === bodyType) ?? 'compact'}
              className="w-12 shrink-0"
            />
            <div className="min-w-0 flex-1 text-sm">
              <p className="truncate font-medium">{labelOf(names, locale)}</p>
              <p className="truncate text-muted text-xs">{t('likeExample', { example })}</p>
              <p className="text-xs">
                <Money amountRappen={price.totalRappen} currency={price.currency} className="font-semibold" />
                <span className="text-muted"> · {t('room', { count: room })}</span>
              </p>
            </div>
            <Button asChild size="sm">
              <Link
                href={`?${query}&any=${categoryId}`}
                scroll={false}
                aria-label={t('chooseCategory', { category: labelOf(names, locale) })}
              >
                {t('choose')}
              </Link>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
