import fc from 'fast-check'
import type { TestDatabase } from './database.ts'
import type { RentalCompany, TestVehicle } from './fleet.ts'
import type { Season, Tariff, Wish } from './price-oracle.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** The price function's answer, as far as tests look at it. */
export interface Priced {
  days: number
  total_rappen: number
  booking_deposit_rappen: number
  vat: { rate_bp: number; gross_rappen: number; net_rappen: number; vat_rappen: number }[]
  lines: { kind: string; code: string; quantity: number; unit_rappen: number; amount_rappen: number }[]
  /** What a search would answer. */
  in_short: Record<string, unknown>
}

/** A wish for extras that the company has. */
export type TestWish = Wish & { seats: number }

const amount = (most: number) => fc.integer({ min: 1, max: most })
const bands = fc.record({
  hourly: fc.option(amount(20_000)),
  daily: amount(100_000),
  weekly: fc.option(amount(500_000)),
  monthly: fc.option(amount(2_000_000)),
})

/** Up to three seasons of all categories and two of the vehicle's own, none of a kind overlapping. */
const seasons = fc
  .array(
    fc.record({
      gap: fc.integer({ min: 1, max: 90 }),
      length: fc.integer({ min: 0, max: 80 }),
      ofCategory: fc.boolean(),
      percent: fc.option(fc.integer({ min: -90, max: 200 })),
      prices: bands,
    }),
    { maxLength: 5 },
  )
  .map((drawn): Season[] => {
    const next = { true: -60, false: -60 }
    const dateIn = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10)
    return drawn.map(({ gap, length, ofCategory, percent, prices }) => {
      const from = next[`${ofCategory}`] + gap
      next[`${ofCategory}`] = from + length
      return {
        from: dateIn(from),
        to: dateIn(from + length),
        ofCategory,
        percent,
        prices: percent === null ? prices : null,
      }
    })
  })

/** Any price list a company could write. */
export const arbitraryTariff = fc.record<Tariff>({
  rate: bands,
  seasons,
  weekdays: fc.array(
    fc.record({
      weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }),
      percent: fc.integer({ min: -90, max: 100 }),
      ofCategory: fc.boolean(),
    }),
    { maxLength: 2 },
  ),
  discounts: fc.uniqueArray(
    fc.record({
      fromDays: fc.integer({ min: 2, max: 40 }),
      percent: fc.integer({ min: 1, max: 90 }),
      ofCategory: fc.boolean(),
    }),
    { maxLength: 3, selector: ({ fromDays, ofCategory }) => `${fromDays} ${ofCategory}` },
  ),
  youngDriver: fc.option(
    fc.record({
      belowAge: fc.integer({ min: 19, max: 30 }),
      perDay: amount(5_000),
      cap: fc.option(amount(30_000)),
    }),
  ),
  outOfHours: fc.constantFrom(0, 4_000),
  rounding: fc.constantFrom(1, 5, 10, 50, 100),
  depositPercent: fc.integer({ min: 0, max: 100 }),
  depositMinimum: fc.constantFrom(0, 10_000, 1_000_000),
})

/** Around the next two clock changes and anywhere in the coming year, to the minute; mostly short. */
export const arbitraryWish = fc
  .record({
    around: fc.constantFrom(...clockChanges(), Date.now() + 180 * DAY),
    minutes: fc.integer({ min: -60 * 24 * 40, max: 60 * 24 * 40 }),
    quarters: fc.oneof(
      { weight: 20, arbitrary: fc.integer({ min: 1, max: 12 * 96 }) },
      { weight: 4, arbitrary: fc.integer({ min: 1, max: 70 * 96 }) },
      { weight: 1, arbitrary: fc.integer({ min: 1, max: 365 * 96 }) },
    ),
    seats: fc.integer({ min: 0, max: 3 }),
    cap: fc.option(amount(10_000)),
    driverAge: fc.option(fc.integer({ min: 18, max: 40 })),
    promo: fc.option(
      fc.oneof(
        fc.record({ percent: fc.integer({ min: 1, max: 100 }), amount: fc.constant(null) }),
        fc.record({ percent: fc.constant(null), amount: amount(100_000) }),
      ),
    ),
  })
  .map(({ around, minutes, quarters, seats, cap, driverAge, promo }): TestWish => {
    const startsAt = Math.ceil(Math.max(around + minutes * 60_000, Date.now()) / 60_000) * 60_000
    const extras = seats > 0 ? [{ unit: 800, quantity: seats, perDay: true, cap }] : []
    return { startsAt, endsAt: startsAt + quarters * 15 * 60_000, seats, extras, driverAge, promo }
  })

/** Writes the price list, asks for all the prices in one call, and takes everything back. */
export async function priceInDatabase(
  database: TestDatabase,
  { companyId, extras }: RentalCompany,
  vehicle: TestVehicle,
  tariff: Tariff,
  wishes: TestWish[],
): Promise<Priced[]> {
  const prices: Priced[] = []
  await database
    .asPostgres(async (sql) => {
      const { rate } = tariff
      const scope = (ofCategory: boolean) => (ofCategory ? vehicle.categoryId : null)
      await sql`
        update public.companies set booking_deposit_percent = ${tariff.depositPercent}, booking_deposit_minimum_rappen = ${tariff.depositMinimum},
          price_rounding_rappen = ${tariff.rounding} where id = ${companyId}`
      await sql`
        insert into public.rates (company_id, category_id, vehicle_id, hourly_rappen, daily_rappen, weekly_rappen, monthly_rappen)
        values (${companyId}, ${vehicle.categoryId}, ${vehicle.id}, ${rate.hourly}, ${rate.daily}, ${rate.weekly}, ${rate.monthly})
        on conflict (company_id, category_id, vehicle_id) do update set hourly_rappen = excluded.hourly_rappen, daily_rappen = excluded.daily_rappen,
          weekly_rappen = excluded.weekly_rappen, monthly_rappen = excluded.monthly_rappen`
      await sql`
        update public.locations set opening_hours = (select jsonb_object_agg(day, '["08:00", "18:00"]'::jsonb) from unnest(array['mon', 'tue', 'wed', 'thu', 'fri', 'sat']) as day)`
      for (const { from, to, ofCategory, percent, prices: own } of tariff.seasons) {
        await sql`
          insert into public.seasons (company_id, category_id, names, starts_on, ends_on, percent, hourly_rappen, daily_rappen, weekly_rappen, monthly_rappen)
          values (${companyId}, ${scope(ofCategory)}, '{"de": "Saison"}', ${from}, ${to}, ${percent}, ${own?.hourly ?? null}, ${own?.daily ?? null},
            ${own?.weekly ?? null}, ${own?.monthly ?? null})`
      }
      for (const { weekdays, percent, ofCategory } of tariff.weekdays) {
        await sql`
          insert into public.weekday_surcharges (company_id, category_id, weekdays, percent) values (${companyId}, ${scope(ofCategory)}, ${weekdays}, ${percent})`
      }
      for (const { fromDays, percent, ofCategory } of tariff.discounts) {
        await sql`
          insert into public.duration_discounts (company_id, category_id, from_days, percent) values (${companyId}, ${scope(ofCategory)}, ${fromDays}, ${percent})`
      }
      if (tariff.outOfHours > 0) {
        await sql`insert into public.fees (company_id, kind, amount_rappen) values (${companyId}, 'out_of_hours', ${tariff.outOfHours})`
      }
      if (tariff.youngDriver) {
        const { belowAge, perDay, cap } = tariff.youngDriver
        await sql`
          insert into public.fees (company_id, kind, below_age, amount_rappen, cap_rappen) values (${companyId}, 'young_driver', ${belowAge}, ${perDay}, ${cap})`
      }
      // Every wish has an extra of its own, because the cap is part of the price list.
      const asked = wishes.map(({ startsAt, endsAt, seats, extras: [extra], driverAge, promo }, nth) => ({
        starts_at: new Date(startsAt).toISOString(),
        ends_at: new Date(endsAt).toISOString(),
        vehicle_id: vehicle.id,
        ...(seats > 0 && { extras: [{ extra_id: extras.child_seat, quantity: seats }] }),
        ...(driverAge !== null && { driver_age: driverAge }),
        ...(promo && { promo_code: `CODE-${nth}` }),
        cap: extra?.cap ?? null,
        promo,
      }))
      await sql`
        insert into public.promo_codes (company_id, code, percent, amount_rappen)
        select ${companyId}, w ->> 'promo_code', (w #>> '{promo,percent}')::int, (w #>> '{promo,amount}')::bigint
        from jsonb_array_elements(${sql.json(asked)}) as w where w ? 'promo_code'`
      const rows = await sql`
        select private.price_by_rate(frame, v.category_id, private.rate_facts(r)) as price, private.total_by_rate(frame, v.category_id, private.rate_facts(r)) as in_short
        from private.current_tariff(${companyId}) t, public.vehicles v, public.rates r, jsonb_array_elements(${sql.json(asked)}) with ordinality as wished (w, place)
        cross join lateral private.price_frame(${companyId}, w, jsonb_set(t.rules, ${`{extras,${extras.child_seat},cap_rappen}`}, w -> 'cap'),
          v.location_id, v.location_id) as frame
        where v.id = ${vehicle.id} and r.vehicle_id = v.id order by place`
      prices.push(...rows.map(({ price, in_short }) => ({ ...price, in_short }) as Priced))
      throw new Undone()
    })
    .catch((thrown) => {
      if (!(thrown instanceof Undone)) throw thrown
    })
  return prices
}

/** Takes the transaction back. */
class Undone extends Error {}

/** Noon of the last Sundays of the coming March and October, when Europe's clocks change. */
function clockChanges(): number[] {
  const now = new Date()
  return [2, 9].map((month) => {
    const year = now.getUTCMonth() >= month ? now.getUTCFullYear() + 1 : now.getUTCFullYear()
    const last = new Date(Date.UTC(year, month + 1, 0, 1))
    return last.getTime() - last.getUTCDay() * DAY
  })
}
