import { z } from 'zod'

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Weekday = (typeof DAYS)[number]

/** Hours of a branch by weekday, `["08:00", "18:00"]`; a day without an entry is closed. */
export type OpeningHours = Partial<Record<Weekday, [opens: string, closes: string]>>

const Time = z.string().regex(/^\d{2}:\d{2}$/)
const Hours = z.partialRecord(z.enum(DAYS), z.tuple([Time, Time]))

/** Opening hours as the branch keeps them; what is not readable counts as unknown (null), never as closed. */
export function readOpeningHours(value: unknown): OpeningHours | null {
  const result = Hours.safeParse(value)
  return result.success ? (result.data as OpeningHours) : null
}

/** A day on which nobody is there, `2026-12-25`, with its name in the company's language. */
export type Holiday = { day: string; name: string }

/** When somebody is at a branch: the hours of its week, but for its holidays. */
export type BranchHours = { week: OpeningHours; holidays: Holiday[] }

/** A branch's hours; null where they are unknown. */
export function hoursOf(location: { openingHours: unknown; holidays: Holiday[] }): BranchHours | null {
  const week = readOpeningHours(location.openingHours)
  return week && { week, holidays: location.holidays }
}

/** The holiday of a local time such as `2026-12-25T10:00`, if it is one. */
export function holidayAt({ holidays }: BranchHours, local: string): Holiday | undefined {
  return holidays.find(({ day }) => day === local.slice(0, 10))
}

/** The weekday of a local time such as `2026-12-01T10:00`. */
export function weekdayOf(local: string): Weekday {
  const day = new Date(`${local.slice(0, 10)}T00:00:00Z`).getUTCDay()
  return DAYS[(day + 6) % 7] as Weekday
}

/** Whether the branch is open at a local time, its closing minute included. */
export function isOpenAt(branch: BranchHours, local: string): boolean {
  const today = branch.week[weekdayOf(local)]
  const time = local.slice(11, 16)
  return today !== undefined && today[0] <= time && time <= today[1] && !holidayAt(branch, local)
}

/** Runs of weekdays with the same hours, in the week's order, for people: `[mon–fri 08:00–18:00]`. */
export function groupedHours(
  hours: OpeningHours,
): { first: Weekday; last: Weekday; hours: [string, string] }[] {
  const groups: { first: Weekday; last: Weekday; hours: [string, string] }[] = []
  let previous: Weekday | undefined
  for (const day of DAYS) {
    const today = hours[day]
    const group = groups.at(-1)
    if (today && group && group.last === previous && group.hours.join() === today.join()) group.last = day
    else if (today) groups.push({ first: day, last: day, hours: today })
    previous = day
  }
  return groups
}

/** Half hours to choose from: from the first opening to the last closing of any branch, and whatever is chosen already. */
export function timeChoices(branches: (BranchHours | null)[], chosen: string[]): string[] {
  const days = branches.flatMap((hours) => Object.values(hours?.week ?? {}))
  const known = days.length > 0 && branches.every((hours) => hours !== null)
  const opens = known ? days.map(([first]) => first).sort()[0] : undefined
  const closes = known
    ? days
        .map(([, last]) => last)
        .sort()
        .at(-1)
    : undefined
  const halfHours = Array.from({ length: 48 }, (_, half) => {
    const minutes = half % 2 === 0 ? '00' : '30'
    return `${String(Math.floor(half / 2)).padStart(2, '0')}:${minutes}`
  }).filter((time) => time >= (opens ?? '00:00') && time <= (closes ?? '23:30'))
  return [...new Set([...halfHours, ...chosen])].sort()
}
