import { instantOf } from '@/lib/core/dates'
import { EQUIPMENT, type Equipment } from '@/lib/core/equipment'

/** What a customer is looking for, as it stands in the address of every step: reload, back and share keep it. */
export type Search = {
  /** Wall-clock times of the company's zone, `2026-12-01T10:00`. */
  from: string
  to: string
  locationId?: string
  categoryId?: string
  /** Wanted extras: code → quantity. */
  extras: Record<string, number>
  promoCode?: string
  /** What a vehicle must have; what is not named does not matter. */
  seats?: number
  transmission?: (typeof TRANSMISSIONS)[number]
  fuel?: (typeof FUELS)[number]
  /** All of it, and kept by the booking. */
  equipment?: Equipment[]
  /** The driver's age at pickup, where it changes the price. */
  driverAge?: number
}

export const TRANSMISSIONS = ['manual', 'automatic'] as const
export const FUELS = ['petrol', 'diesel', 'hybrid', 'electric', 'gas'] as const

/** The query of an address as Next hands it over. */
export type Query = Record<string, string | string[] | undefined>

/** Why a period cannot be searched. */
export type PeriodProblem = 'in_past' | 'reversed' | 'too_long' | 'too_far'

const EXTRA_PREFIX = 'extra_'
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
/** Longer codes are none; the price answers every other one, whatever it is made of. */
const PROMO_CODE = /^[^\p{Cc}\p{Cs}]{1,30}$/u
const LONGEST_DAYS = 366
/** The database looks three years ahead; a day less, whatever the hour and the leap years. */
const FARTHEST_DAYS = 3 * 365
const MS_PER_DAY = 86_400_000

function only(query: Query, name: string): string | undefined {
  const value = query[name]
  const text = Array.isArray(value) ? value[0] : value
  return text === '' ? undefined : text
}

/** Half hours, as the fields offer them; the database refuses others. */
const HALF_HOURS = /:[03]0$/

function localTime(date: string | undefined, time: string | undefined): string | undefined {
  const text = `${date}T${time ?? '10:00'}`
  if (!HALF_HOURS.test(text)) return undefined
  try {
    instantOf(text, 'UTC')
    return text
  } catch {
    return undefined
  }
}

/** A whole number of an address within its limits. */
function wholeOf(query: Query, name: string, least: number, most: number): number | undefined {
  const value = Number(only(query, name) ?? Number.NaN)
  return Number.isInteger(value) && value >= least && value <= most ? value : undefined
}

function oneOf<T extends string>(query: Query, name: string, choices: readonly T[]): T | undefined {
  return choices.find((choice) => choice === only(query, name))
}

function extrasOf(query: Query): Record<string, number> {
  const wanted = Object.keys(query).flatMap((name) => {
    const code = name.startsWith(EXTRA_PREFIX) ? name.slice(EXTRA_PREFIX.length) : ''
    const quantity = Number(only(query, name))
    const valid =
      /^[a-z0-9_]{2,40}$/.test(code) && Number.isInteger(quantity) && quantity >= 1 && quantity <= 20
    return valid ? [[code, quantity] as const] : []
  })
  return Object.fromEntries(wanted)
}

type Period = Pick<Search, 'from' | 'to'>

/** Reads the search out of an address; null when it names no period and none is suggested. Whatever else is wrong in it is passed over. */
export function parseSearch(query: Query, suggested: Period): Search
export function parseSearch(query: Query): Search | null
export function parseSearch(query: Query, suggested?: Period): Search | null {
  const from = localTime(only(query, 'from'), only(query, 'from_time'))
  const to = localTime(only(query, 'to'), only(query, 'to_time'))
  const period = from && to ? { from, to } : suggested
  if (!period) return null
  const locationId = only(query, 'location')
  const categoryId = only(query, 'category')
  const promoCode = only(query, 'promo')?.trim().toUpperCase()
  const seats = wholeOf(query, 'seats', 1, 60)
  const transmission = oneOf(query, 'transmission', TRANSMISSIONS)
  const fuel = oneOf(query, 'fuel', FUELS)
  const driverAge = wholeOf(query, 'age', 16, 99)
  const equipment = EQUIPMENT.filter((piece) => [query.equipment].flat().includes(piece))
  return {
    ...period,
    ...(seats && { seats }),
    ...(transmission && { transmission }),
    ...(fuel && { fuel }),
    ...(equipment.length > 0 && { equipment }),
    ...(driverAge && { driverAge }),
    ...(locationId && UUID.test(locationId) && { locationId }),
    ...(categoryId && UUID.test(categoryId) && { categoryId }),
    extras: extrasOf(query),
    ...(promoCode && PROMO_CODE.test(promoCode) && { promoCode }),
  }
}

/** The query that stands for a search; `parseSearch` reads it back. */
export function searchQuery(search: Search): string {
  const [fromDate = '', fromTime = ''] = search.from.split('T')
  const [toDate = '', toTime = ''] = search.to.split('T')
  const query = new URLSearchParams({ from: fromDate, from_time: fromTime, to: toDate, to_time: toTime })
  if (search.locationId) query.set('location', search.locationId)
  if (search.categoryId) query.set('category', search.categoryId)
  for (const [code, quantity] of Object.entries(search.extras))
    query.set(`${EXTRA_PREFIX}${code}`, `${quantity}`)
  if (search.promoCode) query.set('promo', search.promoCode)
  if (search.seats) query.set('seats', `${search.seats}`)
  if (search.transmission) query.set('transmission', search.transmission)
  if (search.fuel) query.set('fuel', search.fuel)
  for (const piece of search.equipment ?? []) query.append('equipment', piece)
  if (search.driverAge) query.set('age', `${search.driverAge}`)
  return query.toString()
}

/** The name of an extra's field in a form whose query `parseSearch` reads. */
export function extraField(code: string): string {
  return `${EXTRA_PREFIX}${code}`
}

/** What keeps a period from being searched; the database refuses the same. */
export function periodProblem(
  { from, to }: Pick<Search, 'from' | 'to'>,
  { now, timeZone }: { now: Date; timeZone: string },
): PeriodProblem | null {
  const startsAt = instantOf(from, timeZone).getTime()
  const endsAt = instantOf(to, timeZone).getTime()
  if (startsAt < now.getTime()) return 'in_past'
  if (endsAt <= startsAt) return 'reversed'
  if (endsAt - startsAt > LONGEST_DAYS * MS_PER_DAY) return 'too_long'
  return endsAt >= now.getTime() + FARTHEST_DAYS * MS_PER_DAY ? 'too_far' : null
}
