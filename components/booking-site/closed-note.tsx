import { useTranslations } from 'next-intl'
import { holidayAt, hoursOf, isOpenAt } from '@/lib/booking-site/opening-hours'
import type { Search } from '@/lib/booking-site/search-state'
import type { SiteCompany } from '@/lib/core/site-company'

type ClosedNoteProps = { search: Search; locations: SiteCompany['locations'] }

/** Says when nobody would be at the branch; with several to choose from, only if none of them is open. */
export function ClosedNote({ search, locations }: ClosedNoteProps) {
  const t = useTranslations('booking-site.results')
  const considered = locations.filter(({ id }) => !search.locationId || id === search.locationId)
  const branches = considered.map(hoursOf)
  const isClosed = (local: string) =>
    branches.length > 0 && branches.every((branch) => branch !== null && !isOpenAt(branch, local))
  const holiday = (local: string) => {
    const [first] = branches.flatMap((branch) => (branch && holidayAt(branch, local)) ?? [])
    return first ? ` (${first.name})` : ''
  }
  const times = [
    ...(isClosed(search.from)
      ? [t('closedPickup', { time: search.from.slice(11) }) + holiday(search.from)]
      : []),
    ...(isClosed(search.to) ? [t('closedReturn', { time: search.to.slice(11) }) + holiday(search.to)] : []),
  ]
  if (times.length === 0) return null
  return (
    <p className="rounded border border-maintenance/50 bg-maintenance-soft px-4 py-3 text-maintenance-text">
      {t('closedNote', { times: times.join(', ') })}
    </p>
  )
}
