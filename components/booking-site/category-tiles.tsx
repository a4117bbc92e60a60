import { SiteLink } from '@/components/booking-site/site-link'
import { VehiclePicture } from '@/components/booking-site/vehicle-picture'
import { type Search, searchQuery } from '@/lib/booking-site/search-state'
import { labelOf } from '@/lib/core/labels'
import type { SiteCompany } from '@/lib/core/site-company'

type CategoryTilesProps = {
  categories: SiteCompany['categories']
  search: Search
  locale: string
  title: string
}

/** The company's classes, each the way to what is free of it in the suggested period. */
export function CategoryTiles({ categories, search, locale, title }: CategoryTilesProps) {
  return (
    <section className="grid gap-3">
      <h2 className="font-semibold text-xl">{title}</h2>
      <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-4">
        {categories.map(({ id, names, bodyType, photo }) => (
          <li key={id}>
            <SiteLink
              href={`/search?${searchQuery({ ...search, categoryId: id })}`}
              className="grid gap-2 rounded-lg border bg-surface p-3 transition-colors hover:border-accent-line"
            >
              <VehiclePicture
                bodyType={bodyType ?? 'compact'}
                photo={photo}
                sizes="(width < 40rem) 50vw, 15rem"
                className="h-20 w-full sm:h-28"
              />
              <span className="font-medium">{labelOf(names, locale)}</span>
            </SiteLink>
          </li>
        ))}
      </ul>
    </section>
  )
}
