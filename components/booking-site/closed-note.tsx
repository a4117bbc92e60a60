import { useTranslations } from 'next-intl'
import { isOpenAt, readOpeningHours } from '@/lib/booking-site/opening-hours'
import type { Search } from '@/lib/booking-site/search-state'
import type { SiteCompany } from '@/lib/core/site-company'

type ClosedNoteProps = { search: Search; locations: SiteCompany['locations'] }

/** Says when nobody would be at the branch; with several to choose from, only if none of them is open. */
export function ClosedNote({ search, locations }: ClosedNoteProps) {
  const t = useTranslations('booking-site.results')
  const considered = locations.filter(({ id }) => !search.locationId || id === search.locationId)
  const hours = considered.map(({ openingHours }) => readOpeningHours(openingHours))
  const isClosed = (local: string) =>
    hours.length > 0 && hours.every((day) => day !== null && !isOpenAt(day, local))
  const times = [
    ...(isClosed(search.from) ? [t('closedPickup', { time: search.from.slice(11) })] : []),
    ...(isClosed(search.to) ? [t('closedReturn', { time: search.to.slice(11) })] : []),
  ]
  if (times.length === 0) return null
  return (
    <p className="rounded border border-maintenance/50 bg-maintenance-soft px-4 py-3 text-maintenance-text">
      {t('closedNote', { times: times.join(', ') })}
    </p>
  )
}
