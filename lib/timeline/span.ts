import { instantOf, localDateOf, localTimeOf, startOfLocalDay } from '@/lib/core/dates'
import type { Zoom } from '@/lib/timeline/schema'

/** How much is loaded around a day: enough to look back, three months in all. */
const DAYS_BEFORE = 21
const DAYS_SHOWN = 91

export const DAY_MS = 24 * 60 * 60 * 1_000

/** Three months around a calendar day of the company. */
export function rangeAround(at: string, timeZone: string): { from: Date; to: Date } {
  const day = instantOf(`${at}T00:00`, timeZone)
  return {
    from: startOfLocalDay(day, timeZone, -DAYS_BEFORE),
    to: startOfLocalDay(day, timeZone, DAYS_SHOWN - DAYS_BEFORE),
  }
}

/** One column: a calendar day of the company, whatever its length. */
export type TimelineDay = {
  date: string
  startsAt: number
  endsAt: number
  isWeekend: boolean
  isToday: boolean
}

/** The days of a range. */
export function daysOf({ from, to }: { from: Date; to: Date }, now: Date, timeZone: string): TimelineDay[] {
  const today = localDateOf(now, timeZone)
  const days: TimelineDay[] = []
  for (let startsAt = from; startsAt < to; ) {
    const endsAt = startOfLocalDay(startsAt, timeZone, 1)
    const date = localDateOf(startsAt, timeZone)
    days.push({
      date,
      startsAt: startsAt.getTime(),
      endsAt: endsAt.getTime(),
      isWeekend: [0, 6].includes(new Date(`${date}T00:00Z`).getUTCDay()),
      isToday: date === today,
    })
    startsAt = endsAt
  }
  return days
}

/** A calendar day so many days later. */
export function shiftDate(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}

/** The same hour on the company's clock so many days later; a clock change does not move it. */
export function shiftDays(instant: number, days: number, timeZone: string): number {
  const local = localTimeOf(new Date(instant), timeZone)
  return instantOf(`${shiftDate(local.slice(0, 10), days)}${local.slice(10)}`, timeZone).getTime()
}

/** The finest step of a zoom: minutes where hours can be told apart, else whole days. */
export const STEP: Record<Zoom, { minutes: number } | { days: number }> = {
  day: { minutes: 15 },
  week: { minutes: 60 },
  month: { days: 1 },
  quarter: { days: 1 },
}

/** An instant moved by so many steps of a zoom. */
export function shiftSteps(instant: number, steps: number, zoom: Zoom, timeZone: string): number {
  const step = STEP[zoom]
  return 'days' in step
    ? shiftDays(instant, steps * step.days, timeZone)
    : instant + steps * step.minutes * 60_000
}

/** How many steps of a zoom a stretch of time is nearest to. */
export function stepsIn(milliseconds: number, zoom: Zoom): number {
  const step = STEP[zoom]
  return Math.round(milliseconds / ('days' in step ? step.days * DAY_MS : step.minutes * 60_000))
}
