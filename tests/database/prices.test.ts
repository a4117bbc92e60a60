import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from './support/database.ts'
import { foundRentalCompany, type RentalCompany, vehicleOf } from './support/fleet.ts'
import { priceByOracle, type Rate, startedDays } from './support/price-oracle.ts'
import { refusalOf } from './support/refusals.ts'
import { periodIn } from './support/rentals.ts'

const database = freshDatabase()
const timeZone = 'Europe/Zurich'
const HOUR = 3_600_000
/** Named in the test's title, so that a failure can be repeated. */
const seed = Number(process.env.FC_SEED ?? Math.floor(Math.random() * 2 ** 31))
let company: RentalCompany

beforeAll(async () => {
  company = await foundRentalCompany(database)
})

interface Case {
  startsAt: number
  hours: number[]
  rate: Rate
  seats: number
  reduction: number
  depositPercent: number
}

interface Priced {
  days: number
  total_rappen: number
  booking_deposit_rappen: number
  vat: { rate_bp: number; gross_rappen: number; net_rappen: number; vat_rappen: number }[]
  lines: { kind: string; quantity: number; unit_rappen: number; amount_rappen: number }[]
}

/** Prices the same vehicle for several durations under the rates of the case; nothing of it stays. */
async function priceInDatabase({
  startsAt,
  hours,
  rate,
  seats,
  reduction,
  depositPercent,
}: Case): Promise<Priced[]> {
  const extras = [
    { extra_id: company.extras.child_seat, quantity: seats },
    { extra_id: company.extras.excess_reduction, quantity: reduction },
  ].filter(({ quantity }) => quantity > 0)
  return database.as(company.owner, async (sql) => {
    const vehicle = vehicleOf(company, 0).id
    await sql`update public.companies set booking_deposit_percent = ${depositPercent}`
    await sql`
      update public.rates set daily_rappen = ${rate.daily}, weekly_rappen = ${rate.weekly}, monthly_rappen = ${rate.monthly}
      where vehicle_id = ${vehicle}`
    await sql`update public.extras set charge = 'per_rental' where code = 'excess_reduction'`
    const rows = await sql`
      select public.price_reservation(${new Date(startsAt)}, ${new Date(startsAt)}::timestamptz + make_interval(secs => hours * 3600),
        ${vehicle}, p_extras => ${sql.json(extras)}) as price
      from unnest(${hours}::float8[]) with ordinality as asked (hours, place) order by place`
    return rows.map(({ price }) => price as Priced)
  })
}

const amount = (most: number) => fc.integer({ min: 1, max: most })
/** Around the next two clock changes and anywhere in the coming year, to the minute. */
const start = fc
  .tuple(
    fc.constantFrom(...clockChanges(), Date.now() + 180 * 24 * HOUR),
    fc.integer({ min: -60 * 24 * 60, max: 60 * 24 * 60 }),
  )
  .map(([around, minutes]) => Math.max(around + minutes * 60_000, Date.now()))

const cases = fc.record<Case>({
  startsAt: start,
  hours: fc.array(
    fc.integer({ min: 1, max: 366 * 24 * 4 - 8 }).map((quarters) => quarters / 4),
    { minLength: 2, maxLength: 4 },
  ),
  rate: fc.record({
    daily: amount(100_000),
    weekly: fc.option(amount(500_000)),
    monthly: fc.option(amount(2_000_000)),
  }),
  seats: fc.integer({ min: 0, max: 3 }),
  reduction: fc.integer({ min: 0, max: 1 }),
  depositPercent: fc.integer({ min: 0, max: 100 }),
})

test(`the database prices like the oracle, for any rate, period and extras (seed ${seed})`, async () => {
  await fc.assert(
    fc.asyncProperty(cases, async (asked) => {
      const prices = await priceInDatabase(asked)
      for (const [index, hours] of asked.hours.entries()) {
        const expected = priceByOracle(
          { startsAt: asked.startsAt, endsAt: asked.startsAt + hours * HOUR },
          asked.rate,
          [
            { unit: 800, quantity: asked.seats, perDay: true },
            { unit: 1900, quantity: asked.reduction, perDay: false },
          ],
          { timeZone, vatBp: 810, depositPercent: asked.depositPercent },
        )
        const {
          days,
          total_rappen: total,
          booking_deposit_rappen: deposit,
          vat,
          lines,
        } = prices[index] as Priced
        expect({ days, total, deposit, vat: vat[0]?.vat_rappen }).toEqual(expected)
        expect(vat.reduce((sum, { net_rappen, vat_rappen }) => sum + net_rappen + vat_rappen, 0)).toBe(total)
        expect(lines.reduce((sum, { amount_rappen }) => sum + amount_rappen, 0)).toBe(total)
      }
    }),
    { seed, numRuns: 150 },
  )
})

test(`a longer rental never costs less (seed ${seed})`, async () => {
  await fc.assert(
    fc.asyncProperty(cases, async (asked) => {
      const hours = [...asked.hours, ...asked.hours.map((one) => Math.min(one + 0.25, 365 * 24))].sort(
        (a, b) => a - b,
      )
      const totals = (await priceInDatabase({ ...asked, hours })).map(({ total_rappen }) => total_rappen)
      expect(totals).toEqual([...totals].sort((a, b) => a - b))
    }),
    { seed, numRuns: 100 },
  )
})

test.each([
  ['over the end of summer time, 25 hours', '2026-10-24T10:00:00+02:00', '2026-10-25T10:00:00+01:00', 1],
  ['and an hour later', '2026-10-24T10:00:00+02:00', '2026-10-25T11:00:00+01:00', 2],
  [
    'over the beginning of summer time, 23 hours',
    '2027-03-27T10:00:00+01:00',
    '2027-03-28T10:00:00+02:00',
    1,
  ],
  ['24 hours after pickup is an hour late then', '2027-03-27T10:00:00+01:00', '2027-03-28T11:00:00+02:00', 2],
  [
    'in the hour that comes twice, the first time',
    '2026-10-24T02:30:00+02:00',
    '2026-10-25T02:45:00+02:00',
    1,
  ],
  [
    'in the hour that comes twice, the second time',
    '2026-10-24T02:30:00+02:00',
    '2026-10-25T02:45:00+01:00',
    2,
  ],
  ['from the first to the second 02:30', '2026-10-25T02:30:00+02:00', '2026-10-25T02:15:00+01:00', 1],
  ['a week over the change', '2026-10-21T09:00:00+02:00', '2026-10-28T09:00:00+01:00', 7],
  ['one minute', '2027-01-01T10:00:00+01:00', '2027-01-01T10:01:00+01:00', 1],
])('days are those of the wall clock: %s', async (_, startsAt, endsAt, days) => {
  const counted = await database.asPostgres(
    async (sql) =>
      (await sql`select private.rental_days(${startsAt}, ${endsAt}, ${timeZone}) as days`)[0]?.days,
  )
  expect(counted).toBe(days)
  expect(startedDays({ startsAt: Date.parse(startsAt), endsAt: Date.parse(endsAt) }, timeZone)).toBe(days)
})

test('search, itemised price and booking are one price', async () => {
  const { startsAt, endsAt } = periodIn(40, 9)
  const vehicle = vehicleOf(company, 3).id
  const [row] = await database.as(
    company.owner,
    (sql) => sql`
    select public.price_reservation(${startsAt}, ${endsAt}, ${vehicle}) as price,
      jsonb_path_query_first(public.search_availability(${startsAt}, ${endsAt}), '$[*] ? (@.vehicle_id == $id)', jsonb_build_object('id', ${vehicle}::text)) -> 'price' as offer,
      public.price_reservation_on_site(${company.slug}, ${startsAt}, ${endsAt}, ${vehicle}) as on_site`,
  )
  expect(row?.offer).toEqual(row?.price)
  expect(row?.on_site).toEqual(row?.price)
})

test('a company without VAT duty shows none', async () => {
  const { startsAt, endsAt } = periodIn(40)
  const price = await database.as(company.owner, async (sql) => {
    await sql`update public.companies set vat_registered = false`
    const [row] =
      await sql`select public.price_reservation(${startsAt}, ${endsAt}, ${vehicleOf(company, 3).id}) as price`
    await sql`update public.companies set vat_registered = true`
    return row?.price
  })
  expect(price.vat).toEqual([])
  expect(price.lines[0].vat_bp).toBe(0)
})

test('another company’s vehicle has no price here, like one that does not exist', async () => {
  const other = await foundRentalCompany(database)
  const { startsAt, endsAt } = periodIn(40)
  const price = (vehicle: string) =>
    refusalOf(
      database.as(
        company.owner,
        (sql) => sql`select public.price_reservation(${startsAt}, ${endsAt}, ${vehicle})`,
      ),
    )
  expect(await price(vehicleOf(other, 0).id)).toEqual(await price(crypto.randomUUID()))
})

/** Noon of the last Sundays of the coming March and October, when Europe's clocks change. */
function clockChanges(): number[] {
  const now = new Date()
  return [2, 9].map((month) => {
    const year = now.getUTCMonth() >= month ? now.getUTCFullYear() + 1 : now.getUTCFullYear()
    const last = new Date(Date.UTC(year, month + 1, 0, 1))
    return last.getTime() - last.getUTCDay() * 24 * HOUR
  })
}
