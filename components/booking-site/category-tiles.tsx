import { useTranslations } from 'next-intl'
import { SiteLink } from '@/components/booking-site/site-link'
import { VehiclePicture } from '@/components/booking-site/vehicle-picture'
import type { CategoryOffer } from '@/lib/booking-site/category-offers'
import { type Search, searchQuery } from '@/lib/booking-site/search-state'
import { labelOf } from '@/lib/core/labels'
import { formatMoney } from '@/lib/core/money'
import type { SiteCompany } from '@/lib/core/site-company'

type CategoryTilesProps = {
  company: Pick<SiteCompany, 'categories' | 'currency'>
  /** What a day costs in the period searched for; a category without a price there shows none. */
  offers: CategoryOffer[]
  search: Search
  locale: string
}

/** The company's classes with their lowest price a day, each the way to what is free of it in the period. */
export function CategoryTiles({ company, offers, search, locale }: CategoryTilesProps) {
  const t = useTranslations('booking-site.home')
  const priceOf = (id: string) => offers.find(({ categoryId }) => categoryId === id)?.perDayRappen ?? null
  return (
    <section className="grid gap-3">
      <h2 className="font-semibold text-xl">{t('categories')}</h2>
      <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-4">
        {company.categories.map(({ id, names, bodyType, photo }) => {
          const perDayRappen = priceOf(id)
          return (
            <li key={id}>
              <SiteLink
                href={`/search?${searchQuery({ ...search, categoryId: id })}`}
                className="grid h-full content-start gap-2 rounded-lg border bg-surface p-3 transition-colors hover:border-accent-line"
              >
                <VehiclePicture
                  bodyType={bodyType ?? 'compact'}
                  photo={photo}
                  sizes="(width < 40rem) 50vw, 15rem"
                  className="h-20 w-full sm:h-28"
                />
                <span>
                  <span className="block font-medium">{labelOf(names, locale)}</span>
                  {perDayRappen !== null && (
                    <span className="tabular block text-muted text-sm">
                      {t('from', { amount: formatMoney(perDayRappen, company.currency) })}
                    </span>
                  )}
                </span>
              </SiteLink>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
