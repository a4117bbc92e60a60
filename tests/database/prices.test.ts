import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from './support/database.ts'
import { foundRentalCompany, type RentalCompany, vehicleOf } from './support/fleet.ts'
import { priceByOracle, startedDays } from './support/price-oracle.ts'
import { refusalOf } from './support/refusals.ts'
import { periodIn } from './support/rentals.ts'
import {
  arbitraryTariff,
  arbitraryWish,
  type Priced,
  priceInDatabase,
  type TestWish,
} from './support/tariffs.ts'

const database = freshDatabase()
const timeZone = 'Europe/Zurich'
const HOUR = 3_600_000
/** Named in the test's title, so that a failure can be repeated. */
const seed = Number(process.env.FC_SEED ?? Math.floor(Math.random() * 2 ** 31))
let company: RentalCompany

beforeAll(async () => {
  company = await foundRentalCompany(database)
})

const vehicle = () => vehicleOf(company, 0)

test(`the database prices like the oracle, for any price list and wish (seed ${seed})`, {
  timeout: 480_000,
}, async () => {
  const lists = fc.sample(arbitraryTariff, { seed, numRuns: 100 })
  for (const [nth, tariff] of lists.entries()) {
    const wishes = fc.sample(arbitraryWish, { seed: seed + nth, numRuns: 100 })
    const prices = await priceInDatabase(database, company, vehicle(), tariff, wishes)
    for (const [index, wish] of wishes.entries()) {
      const {
        days,
        total_rappen: total,
        booking_deposit_rappen: deposit,
        vat,
        lines,
        in_short: inShort,
      } = prices[index] as Priced
      const answer = { days, total, deposit, vat: vat[0]?.vat_rappen }
      expect({ wish, tariff, ...answer }).toEqual({
        wish,
        tariff,
        ...priceByOracle(wish, tariff, timeZone, 810),
      })
      expect(prices[index]).toMatchObject(inShort)
      expect(inShort).toMatchObject({ total_rappen: total, vat, booking_deposit_rappen: deposit })
      expect(total).toBeGreaterThanOrEqual(0)
      expect(vat.reduce((sum, { net_rappen, vat_rappen }) => sum + net_rappen + vat_rappen, 0)).toBe(total)
      expect(lines.reduce((sum, { amount_rappen }) => sum + amount_rappen, 0)).toBe(total)
      // Gross to net and back is the same rappen again.
      expect(Math.round((vat[0]?.net_rappen ?? 0) * 1.081) - total).toBeLessThanOrEqual(1)
    }
  }
})

test(`without discounts a longer rental never costs less (seed ${seed})`, { timeout: 240_000 }, async () => {
  for (const tariff of fc.sample(arbitraryTariff, { seed, numRuns: 40 })) {
    const [wish] = fc.sample(arbitraryWish, { seed: seed + tariff.rate.daily, numRuns: 1 }) as [TestWish]
    const wishes = Array.from({ length: 60 }, (_, nth) => ({
      ...wish,
      promo: null,
      endsAt: wish.startsAt + (nth < 30 ? nth + 1 : (nth - 29) * 24 - (nth % 3)) * HOUR,
    })).sort((a, b) => a.endsAt - b.endsAt)
    // A return after closing time costs a fee, and an earlier one does not.
    const plain = { ...tariff, discounts: [], outOfHours: 0 }
    const totals = (await priceInDatabase(database, company, vehicle(), plain, wishes)).map(
      ({ total_rappen }) => total_rappen,
    )
    expect(totals).toEqual([...totals].sort((a, b) => a - b))
  }
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
  expect(row?.offer.total_rappen).toBeGreaterThan(0)
  expect(row?.price).toMatchObject(row?.offer)
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
