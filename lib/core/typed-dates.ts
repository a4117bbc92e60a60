import { languageTag } from '@/lib/core/language-tag'

/** A calendar day as forms send it: `2026-12-18`. */
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/
const YEAR_FIRST = /^(\d{4})-(\d{1,2})-(\d{1,2})$/
const DAY_FIRST = /^(\d{1,2})[./\s-]+(\d{1,2})(?:[./\s-]+(\d{4}|\d{2}))?\.?$/
const DIGITS = /^(\d{2})(\d{2})(\d{4}|\d{2})?$/
const IN_WORDS = /^(\d{1,2})\.?\s+(\p{L}{3,})\.?(?:\s+(\d{4}))?$/u

/** A day as it stands in a field: `Fr 18.12.2026`, in English `Fri 18 Dec 2026`; the text itself when it is no day. */
export function writeDay(day: string, locale: string): string {
  const date = dateOf(day)
  if (!date) return day
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(languageTag(locale), { ...options, timeZone: 'UTC' }).format(date)
  const weekday = part({ weekday: 'short' }).replace('.', '')
  return locale === 'en'
    ? `${weekday} ${part({ day: 'numeric', month: 'short', year: 'numeric' })}`
    : `${weekday} ${day.split('-').reverse().join('.')}`
}

/**
 * The day somebody typed or pasted, as `2026-12-18`: `18.12.2026`, `18/12/26`, `18.12.`, `181226`, `18 Dec 2026`,
 * `Fr 18.12.2026`, `2026-12-18`. Without a year it is the next such day from `today` on; two figures of a year mean
 * at most ten years ahead. Null for what is no day of the calendar.
 */
export function parseDay(text: string, locale: string, today: string): string | null {
  const plain = text.trim().replace(/^\p{L}+[.,]*\s+(?=\d)/u, '')
  const iso = YEAR_FIRST.exec(plain)
  if (iso) return joined(iso[1], iso[2], iso[3])
  const numbers = DAY_FIRST.exec(plain) ?? DIGITS.exec(plain)
  if (numbers) return withYear(numbers[3], numbers[2], numbers[1], today)
  const words = IN_WORDS.exec(plain)
  return words ? withYear(words[3], monthNamed(words[2], locale), words[1], today) : null
}

/** The time somebody typed, as `14:30`: `14:30`, `14.30`, `1430`, `14h30`, `9`. Null for what no clock shows. */
export function parseTime(text: string): string | null {
  const match = /^(\d{1,2})(?:\s*[:.hH]\s*(\d{2})?|(\d{2}))?$/.exec(text.trim())
  const [hour, minute] = [Number(match?.[1]), Number(match?.[2] ?? match?.[3] ?? 0)]
  return match && hour < 24 && minute < 60 ? `${two(hour)}:${two(minute)}` : null
}

function withYear(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  today: string,
) {
  const thisYear = Number(today.slice(0, 4))
  if (year?.length === 4) return joined(year, month, day)
  if (year) {
    const full = Math.floor(thisYear / 100) * 100 + Number(year)
    return joined(String(full > thisYear + 10 ? full - 100 : full), month, day)
  }
  const next = joined(String(thisYear), month, day)
  return next !== null && next < today ? joined(String(thisYear + 1), month, day) : next
}

function monthNamed(word: string | undefined, locale: string): string | undefined {
  const names = new Intl.DateTimeFormat(languageTag(locale), { month: 'long', timeZone: 'UTC' })
  const month = Array.from({ length: 12 }, (_, nth) => names.format(Date.UTC(2026, nth))).findIndex((name) =>
    name.toLowerCase().startsWith(word?.toLowerCase() ?? ''),
  )
  return month < 0 ? undefined : String(month + 1)
}

function joined(year?: string, month?: string, day?: string): string | null {
  const text = `${year}-${two(month)}-${two(day)}`
  return dateOf(text) ? text : null
}

function dateOf(day: string): Date | null {
  if (!DAY.test(day)) return null
  const date = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) ? date : null
}

function two(value: string | number | undefined): string {
  return String(value).padStart(2, '0')
}
