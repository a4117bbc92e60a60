import { useTranslations } from 'next-intl'
import { SearchForm } from '@/components/booking-site/search-form'
import type { Search } from '@/lib/booking-site/search-state'
import { formatDateTime, instantOf } from '@/lib/core/dates'
import type { SiteCompany } from '@/lib/core/site-company'

type SearchBarProps = {
  company: SiteCompany
  search: Search
  locale: string
  today: string
  times: string[]
  /** Shows the form at once: the period needs a change. */
  open: boolean
}

/** What was searched, in one line; it opens to be changed. */
export function SearchBar({ company, search, locale, today, times, open }: SearchBarProps) {
  const t = useTranslations('booking-site.search')
  const { timeZone } = company
  const place = company.locations.find(({ id }) => id === search.locationId)?.name ?? t('anyLocation')
  const told = (local: string) => formatDateTime(instantOf(local, timeZone), { timeZone, locale })
  return (
    <details open={open} className="group rounded-lg border bg-surface">
      <summary className="flex min-h-14 list-none flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2 [&::-webkit-details-marker]:hidden">
        <span className="grid min-w-0 flex-1 basis-32 gap-x-1.5 sm:flex sm:flex-wrap sm:items-baseline">
          <span className="tabular font-medium sm:after:content-['_–_']">{told(search.from)}</span>
          <span className="tabular font-medium">{told(search.to)}</span>
          {company.locations.length > 1 && <span className="text-muted text-sm sm:ml-2">{place}</span>}
        </span>
        <span className="inline-flex shrink-0 items-center gap-1.5 text-accent-text text-sm underline decoration-line-strong underline-offset-4">
          <span className="icon icon-pencil size-3.5" />
          {t('change')}
        </span>
      </summary>
      <div className="border-t p-4">
        <SearchForm wide locations={company.locations} chosen={search} today={today} times={times} />
      </div>
    </details>
  )
}
