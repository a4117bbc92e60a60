import { TZDate } from '@date-fns/tz'
import { addDays, startOfDay } from 'date-fns'
import { languageTag } from '@/lib/core/language-tag'

/** Wall-clock time without a zone, as a form's `datetime-local` field gives it: `2026-11-21T14:30`. */
const LOCAL_TIME = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})$/

/**
 * The instant at which clocks in `timeZone` show `local`, read as Postgres reads it: in the hour that exists twice
 * (clocks go back) it is the second one; in the hour that does not exist (clocks go forward) it is an hour later.
 * @throws RangeError for a text that names no time
 */
export function instantOf(local: string, timeZone: string): Date {
  const match = LOCAL_TIME.exec(local)
  if (!match) throw new RangeError(`Not a local time: ${local}`)
  const [year, month, day, hour, minute] = match.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
  ]
  const plain = new Date(Date.UTC(year, month - 1, day, hour, minute))
  if (plain.toISOString().slice(0, 16) !== local) throw new RangeError(`Not a local time: ${local}`)
  return new Date(new TZDate(year, month - 1, day, hour, minute, 0, timeZone).getTime())
}

/** What clocks in `timeZone` show at an instant, in the form `instantOf` reads. */
export function localTimeOf(instant: Date, timeZone: string): string {
  const zoned = new TZDate(instant.getTime(), timeZone)
  const pad = (value: number, length = 2) => String(value).padStart(length, '0')
  return `${pad(zoned.getFullYear(), 4)}-${pad(zoned.getMonth() + 1)}-${pad(zoned.getDate())}T${pad(zoned.getHours())}:${pad(zoned.getMinutes())}`
}

/** The calendar day in `timeZone` at an instant: `2026-11-21`. */
export function localDateOf(instant: Date, timeZone: string): string {
  return localTimeOf(instant, timeZone).slice(0, 10)
}

/** A calendar day so many days later, or earlier. */
export function shiftDate(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** When the day that contains an instant begins in `timeZone`; `days` moves to a later or earlier day, whatever its length. */
export function startOfLocalDay(instant: Date, timeZone: string, days = 0): Date {
  const day = addDays(startOfDay(new TZDate(instant.getTime(), timeZone)), days)
  return new Date(day.getTime())
}

/** `Sa, 21. Nov. 2026, 14:30` in the language and zone of the reader's company. */
export function formatDateTime(instant: Date, options: { timeZone: string; locale: string }): string {
  return format(instant, options, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
}

/** `Sa, 21. Nov. 2026`. */
export function formatDate(instant: Date, options: { timeZone: string; locale: string }): string {
  return format(instant, options, {})
}

/** A calendar day, whatever the zone: `21.11.2026`, in English `21 Nov 2026`. */
export function formatDay(day: string, locale: string): string {
  if (locale !== 'en') return day.split('-').reverse().join('.')
  const options = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const
  return dateFormatter(locale, options).format(new Date(`${day}T12:00Z`))
}

/** `14:30`. */
export function formatTime(instant: Date, timeZone: string): string {
  return localTimeOf(instant, timeZone).slice(11)
}

function format(
  instant: Date,
  { timeZone, locale }: { timeZone: string; locale: string },
  time: Intl.DateTimeFormatOptions,
): string {
  const options: Intl.DateTimeFormatOptions = {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    ...time,
  }
  return dateFormatter(locale, options)
    .format(instant)
    .replace(/^(\p{L}{2})\., /u, '$1, ')
}

const formatters = new Map<string, Intl.DateTimeFormat>()

/** Intl's formatter of a language. Making one costs a hundred times what using it does, and a page shows dozens of dates. */
export function dateFormatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, options])
  const known = formatters.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(languageTag(locale), options)
  // As many as there are languages, zones and ways to write a date; the bound is for callers nobody thought of.
  if (formatters.size < 500) formatters.set(key, made)
  return made
}
