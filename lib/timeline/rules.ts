import { instantOf, localDateOf, startOfLocalDay } from '@/lib/core/dates'
import type { TimelineView, Zoom } from '@/lib/timeline/schema'

/** One column: a calendar day of the company, whatever its length. */
export type TimelineDay = { date: string; startsAt: Date; endsAt: Date; isWeekend: boolean; isToday: boolean }

/** What the timeline spans, and where its neighbours begin. */
export type TimelineSpan = { days: TimelineDay[]; previous: string; next: string }

/** The days of a view: two weeks from a Monday, or a calendar month. Without a date it holds today. */
export function spanOf(view: Pick<TimelineView, 'zoom' | 'from'>, now: Date, timeZone: string): TimelineSpan {
  const asked = view.from ?? localDateOf(now, timeZone)
  const first = firstDayOf(view.zoom, asked)
  const length = view.zoom === 'weeks' ? 14 : daysBetween(first, shiftMonth(first, 1))
  const start = instantOf(`${first}T00:00`, timeZone)
  const today = localDateOf(now, timeZone)
  const days = Array.from({ length }, (_, day) => {
    const date = shiftDays(first, day)
    return {
      date,
      startsAt: startOfLocalDay(start, timeZone, day),
      endsAt: startOfLocalDay(start, timeZone, day + 1),
      isWeekend: [0, 6].includes(weekdayOf(date)),
      isToday: date === today,
    }
  })
  const [previous, next] =
    view.zoom === 'weeks'
      ? [shiftDays(first, -7), shiftDays(first, 7)]
      : [shiftMonth(first, -1), shiftMonth(first, 1)]
  return { days, previous, next }
}

function firstDayOf(zoom: Zoom, date: string): string {
  if (zoom === 'month') return `${date.slice(0, 7)}-01`
  return shiftDays(date, -((weekdayOf(date) + 6) % 7))
}

// Calendar days are counted in UTC, where every day has the same length.
const DAY_MS = 24 * 60 * 60 * 1_000
const utc = (date: string) => Date.parse(`${date}T00:00Z`)

function weekdayOf(date: string): number {
  return new Date(utc(date)).getUTCDay()
}

function shiftDays(date: string, days: number): string {
  return new Date(utc(date) + days * DAY_MS).toISOString().slice(0, 10)
}

function daysBetween(first: string, last: string): number {
  return Math.round((utc(last) - utc(first)) / DAY_MS)
}

function shiftMonth(first: string, months: number): string {
  const at = new Date(utc(first))
  at.setUTCMonth(at.getUTCMonth() + months)
  return at.toISOString().slice(0, 10)
}

/** Where an instant lies, in days from the left edge; before and after the span it is at the edges. */
export function positionOf(instant: Date, days: TimelineDay[]): number {
  const index = days.findIndex(({ endsAt }) => instant < endsAt)
  const day = days[index]
  if (!day) return days.length
  const share = (instant.getTime() - day.startsAt.getTime()) / (day.endsAt.getTime() - day.startsAt.getTime())
  return index + Math.max(0, share)
}

type Period = { startsAt: string; endsAt: string }

/** A block on its line: from and to in days, which line, and whether it goes on beyond an edge. */
export type Placed<T> = T & {
  from: number
  to: number
  line: number
  goesBefore: boolean
  goesAfter: boolean
}

/** Puts the blocks of one vehicle on lines: one, unless something overlaps, as a late return with the next rental. */
export function placeBlocks<T extends Period>(
  blocks: T[],
  days: TimelineDay[],
): { placed: Placed<T>[]; lines: number } {
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) return { placed: [], lines: 1 }
  const endOfLine: number[] = []
  const placed = blocks
    .toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt))
    .flatMap((block) => {
      const [starts, ends] = [new Date(block.startsAt), new Date(block.endsAt)]
      if (ends <= first.startsAt || starts >= last.endsAt) return []
      const free = endOfLine.findIndex((end) => end <= starts.getTime())
      const line = free === -1 ? endOfLine.length : free
      endOfLine[line] = ends.getTime()
      return {
        ...block,
        from: positionOf(starts, days),
        to: positionOf(ends, days),
        line,
        goesBefore: starts < first.startsAt,
        goesAfter: ends > last.endsAt,
      }
    })
  return { placed, lines: Math.max(1, endOfLine.length) }
}
