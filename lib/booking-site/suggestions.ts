import { type BranchHours, isOpenAt } from '@/lib/booking-site/opening-hours'
import type { Search } from '@/lib/booking-site/search-state'
import { instantOf, localDateOf } from '@/lib/core/dates'

const DEFAULT_TIME = '10:00'
const DEFAULT_DAYS = 3
/** A week and the holidays that may lie in it. */
const DAYS_TRIED = 14

/** Days tried around a period in which nothing is free, nearest first. */
const SHIFTS = [1, -1, 2, -2, 7]

/** The calendar day so many days later (or earlier): `2026-12-01`, 3 → `2026-12-04`. */
export function addLocalDays(date: string, days: number): string {
  const day = new Date(`${date}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() + days)
  return day.toISOString().slice(0, 10)
}

/** A period to begin with: from tomorrow, three days, both ends on days when a branch is open. */
export function suggestedPeriod(
  { now, timeZone }: { now: Date; timeZone: string },
  branches: (BranchHours | null)[],
): Pick<Search, 'from' | 'to'> {
  const isOpen = (local: string) =>
    branches.length === 0 || branches.some((hours) => hours === null || isOpenAt(hours, local))
  const nextOpen = (date: string) => {
    const days = Array.from(
      { length: DAYS_TRIED },
      (_, days) => `${addLocalDays(date, days)}T${DEFAULT_TIME}`,
    )
    return days.find(isOpen) ?? `${date}T${DEFAULT_TIME}`
  }
  const from = nextOpen(addLocalDays(localDateOf(now, timeZone), 1))
  return { from, to: nextOpen(addLocalDays(from.slice(0, 10), DEFAULT_DAYS)) }
}

/** The same length on neighbouring days, for when nothing is free; never in the past. */
export function neighbouringPeriods(
  search: Search,
  { now, timeZone }: { now: Date; timeZone: string },
): Search[] {
  const moved = (local: string, days: number) => `${addLocalDays(local.slice(0, 10), days)}${local.slice(10)}`
  return SHIFTS.map((days) => ({
    ...search,
    from: moved(search.from, days),
    to: moved(search.to, days),
  })).filter(({ from }) => instantOf(from, timeZone) > now)
}
