import { useTranslations } from 'next-intl'
import { SideScroller } from '@/components/booking-site/side-scroller'
import { SiteLink } from '@/components/booking-site/site-link'
import { type Search, searchQuery } from '@/lib/booking-site/search-state'
import { labelOf } from '@/lib/core/labels'

type CategoryFilterProps = {
  categories: { id: string; names: Record<string, string> }[]
  search: Search
  locale: string
}

const CHIP =
  'inline-flex h-11 shrink-0 items-center whitespace-nowrap rounded-full border border-line-strong bg-surface px-4 text-sm hover:bg-sunken aria-[current]:border-accent-line aria-[current]:bg-accent-soft aria-[current]:font-medium aria-[current]:text-accent-text'

/** The classes as links, so that a choice is an address like any other. */
export function CategoryFilter({ categories, search, locale }: CategoryFilterProps) {
  const t = useTranslations('booking-site.results')
  const { categoryId: chosen, ...rest } = search
  const choices = [
    { id: undefined, label: t('allCategories') },
    ...categories.map(({ id, names }) => ({ id, label: labelOf(names, locale) })),
  ]
  return (
    <SideScroller label={t('categoryFilter')} current={chosen} className="-mx-4 px-4 py-1">
      <ul className="flex gap-2">
        {choices.map(({ id, label }) => (
          <li key={id ?? 'all'}>
            <SiteLink
              href={`/search?${searchQuery({ ...rest, ...(id && { categoryId: id }) })}`}
              inPlace
              aria-current={chosen === id ? 'true' : undefined}
              className={CHIP}
            >
              {label}
            </SiteLink>
          </li>
        ))}
      </ul>
    </SideScroller>
  )
}
