import { z } from 'zod'
import { invalidate } from '@/lib/core/cache'
import type { CompanyContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'
import { line } from '@/lib/core/line'
import { optional as orNothing } from '@/lib/core/optional'
import { type Point, readPoint } from '@/lib/core/point'
import { isPostalCodeHere } from '@/lib/core/postal-address'
import { SeenAt } from '@/lib/core/seen'
import { Phone } from '@/lib/customers/schema'
import { asSeen, whyNotMet } from '@/lib/supabase/as-seen'

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
type Weekday = (typeof WEEKDAYS)[number]
const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'time')
const Hours = z.partialRecord(z.enum(WEEKDAYS), z.tuple([Time, Time]))

/** A place of business as its settings show it. */
export type LocationSettings = Awaited<ReturnType<typeof listLocationSettings>>[number]

/** Every place of the company with its hours and key box, those in use first. */
export async function listLocationSettings(ctx: CompanyContext) {
  const { data, error } = await ctx.db
    .from('locations')
    .select(
      'id, name, street, house_number, postal_code, town, phone, latitude, longitude, point_by_hand, opening_hours, key_box, key_box_code, key_box_instructions, active, updated_at',
    )
    .eq('company_id', ctx.companyId)
    .order('active', { ascending: false })
    .order('name')
  if (error) throw fromPostgres(error)
  return data.map((row) => ({
    id: row.id,
    name: row.name,
    street: row.street,
    houseNumber: row.house_number,
    postalCode: row.postal_code,
    town: row.town,
    phone: row.phone,
    point: pointOf(row),
    isPointByHand: row.point_by_hand,
    openingHours: Hours.catch({}).parse(row.opening_hours) as Partial<Record<Weekday, [string, string]>>,
    hasKeyBox: row.key_box,
    keyBoxCode: row.key_box_code,
    keyBoxInstructions: row.key_box_instructions,
    isActive: row.active,
    updatedAt: row.updated_at,
  }))
}

function pointOf({
  latitude,
  longitude,
}: {
  latitude: number | null
  longitude: number | null
}): Point | null {
  return latitude === null || longitude === null ? null : { latitude, longitude }
}

function optional(most: number) {
  return z
    .string()
    .trim()
    .max(most)
    .transform((text) => text || null)
}
const optionalLine = (most: number) => line(most).transform((text) => text || null)
const PointOrNothing = z
  .string()
  .trim()
  .max(60)
  .transform((text, check) => {
    const point = readPoint(text)
    if (text !== '' && !point) check.addIssue({ code: 'custom', message: 'point' })
    return point
  })
const Checked = z.literal('on').optional().transform(Boolean)
const TimeOrNothing = z.union([z.literal('').transform(() => null), Time])
const times = Object.fromEntries(
  WEEKDAYS.flatMap((day) => [
    [`${day}Opens`, TimeOrNothing],
    [`${day}Closes`, TimeOrNothing],
  ]),
) as Record<`${Weekday}Opens` | `${Weekday}Closes`, typeof TimeOrNothing>

/** The form of a place, without an id of a new one; a day without hours is closed, one with half of them is asked about. */
export const LocationChange = z
  .object({
    id: orNothing(z.uuid()),
    seenAt: SeenAt,
    name: line(80).min(1),
    street: optionalLine(70),
    houseNumber: optionalLine(16),
    postalCode: optionalLine(16).refine(isPostalCodeHere, 'postal_code'),
    town: optionalLine(35),
    phone: orNothing(Phone),
    point: PointOrNothing,
    ...times,
    hasKeyBox: Checked,
    keyBoxCode: optionalLine(40),
    keyBoxInstructions: optional(2_000),
    isActive: Checked,
  })
  .transform((form, check) => {
    const openingHours = Object.fromEntries(
      WEEKDAYS.flatMap((day) => {
        const [opens, closes] = [form[`${day}Opens`], form[`${day}Closes`]]
        if (opens === null && closes === null) return []
        if (opens === null || closes === null || closes <= opens) {
          check.addIssue({ code: 'custom', path: [`${day}Closes`], message: 'closes_after_opens' })
          return []
        }
        return [[day, [opens, closes]]]
      }),
    )
    // Without a code the customer would stand before a box that stays shut.
    if (form.hasKeyBox && form.keyBoxCode === null)
      check.addIssue({ code: 'custom', path: ['keyBoxCode'], message: 'required' })
    return { ...form, openingHours }
  })
export type LocationChange = z.output<typeof LocationChange>

/**
 * Adds a place or changes it. Bookings keep their prices; new ones follow the new hours.
 * @throws AppError `not_found` · `changed_meanwhile` · `already_exists` for a name that is taken · `forbidden`
 */
export async function saveLocation(ctx: CompanyContext, place: LocationChange): Promise<void> {
  const row = {
    name: place.name,
    street: place.street,
    house_number: place.houseNumber,
    postal_code: place.postalCode,
    town: place.town,
    phone: place.phone,
    // Without one of their own it is looked up from the address, by the database's word.
    ...(place.point ?? {}),
    point_by_hand: place.point !== null,
    opening_hours: place.openingHours,
    key_box: place.hasKeyBox,
    key_box_code: place.keyBoxCode,
    key_box_instructions: place.keyBoxInstructions,
    active: place.isActive,
  }
  const { id, seenAt } = place
  const locations = ctx.db.from('locations')
  if (id === null) {
    const { error } = await locations.insert({ ...row, company_id: ctx.companyId })
    if (error) throw fromPostgres(error)
  } else {
    const { data, error } = await locations.update(row).match(asSeen(ctx, { id, seenAt })).select('id')
    if (error) throw fromPostgres(error)
    if (data.length === 0) throw await whyNotMet(ctx, 'locations', { id, seenAt })
  }
  await invalidate(ctx.companyId, 'settings', 'fleet')
  ctx.log.info({ event: id === null ? 'location.added' : 'location.changed' })
}
