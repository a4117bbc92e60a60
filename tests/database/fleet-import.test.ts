import { beforeAll, expect, test } from 'vitest'
import { type FoundedCompany, foundCompany } from './support/companies.ts'
import { freshDatabase, type Sql } from './support/database.ts'
import { fleetRows } from './support/fleet.ts'
import { refusalOf } from './support/refusals.ts'
import { periodIn } from './support/rentals.ts'

/** Whose prices a fleet has after its import: those of its categories, but where the list says otherwise. */
const database = freshDatabase()
let company: FoundedCompany

const asOwner = <Result>(work: (sql: Sql) => Promise<Result>) => database.as(company.owner, work)
const rows = fleetRows().filter(({ category }) => category === 'Kleinwagen')

beforeAll(async () => {
  company = await foundCompany(database)
  await asOwner((sql) => sql`select public.import_fleet(${sql.json(rows)})`)
})

/** The first day of a rental of one day, in rappen, of every vehicle by its price in the list. */
async function dayPrices(): Promise<Record<string, number[]>> {
  const { startsAt, endsAt } = periodIn(30, 1)
  const wish = { starts_at: startsAt, ends_at: endsAt }
  const vehicles = await database.asPostgres(
    (sql) => sql`
      select v.plate, (private.price_rental(v.company_id, ${sql.json(wish)}::jsonb || jsonb_build_object('vehicle_id', v.id)) ->> 'total_rappen')::int as rappen
      from public.vehicles v where v.company_id = ${company.companyId}`,
  )
  const listed = new Map(rows.map((row) => [row.plate, String(row.daily_rappen)]))
  const prices: Record<string, number[]> = {}
  for (const { plate, rappen } of vehicles) {
    const price = listed.get(plate) ?? '?'
    prices[price] = [...(prices[price] ?? []), rappen]
  }
  return prices
}

test('every vehicle costs what the list says, and the commonest price is the category’s', async () => {
  expect(await dayPrices()).toEqual({
    6900: [6900, 6900],
    7500: [7500, 7500, 7500, 7500],
    7900: [7900, 7900],
    8200: [8200, 8200],
  })
  const rates = await asOwner(
    (sql) =>
      sql`select daily_rappen::int as daily, vehicle_id is null as general from public.rates order by vehicle_id nulls first, daily`,
  )
  expect(rates[0]).toEqual({ daily: 7500, general: true })
  expect(rates.slice(1).filter(({ daily }) => daily === 7500)).toEqual([])
  expect(rates).toHaveLength(7)
})

test('a new price of the category reaches the vehicles without one of their own, on request all of them', async () => {
  const [category] = await asOwner(
    (sql) =>
      sql`update public.rates set daily_rappen = 19900 where vehicle_id is null returning category_id as id`,
  )
  expect(await dayPrices()).toMatchObject({ 6900: [6900, 6900], 7500: [19900, 19900, 19900, 19900] })

  const [own] = await asOwner((sql) => sql`select id from public.rates where daily_rappen = 6900 limit 1`)
  await asOwner((sql) => sql`select public.remove_price_rule('own_rate', ${own?.id})`)
  expect((await dayPrices())[6900]?.sort()).toEqual([19900, 6900])
  await asOwner((sql) => sql`select public.remove_price_rule('own_rates', ${category?.id})`)
  expect(new Set(Object.values(await dayPrices()).flat())).toEqual(new Set([19900]))
  expect(
    await refusalOf(asOwner((sql) => sql`select public.remove_price_rule('own_rates', ${category?.id})`)),
  ).toMatchObject({ status: 404, code: 'not_found' })
  const [general] = await asOwner((sql) => sql`select id from public.rates`)
  expect(
    await refusalOf(asOwner((sql) => sql`select public.remove_price_rule('own_rate', ${general?.id})`)),
  ).toMatchObject({ status: 404 })
})

test('a vehicle may take prices of its own again, and the list shows what it costs', async () => {
  await asOwner(
    (sql) => sql`
      insert into public.rates (company_id, category_id, vehicle_id, daily_rappen, weekly_rappen, included_km_per_day, extra_km_rappen)
      select company_id, category_id, id, 5000, 30000, 100, 50 from public.vehicles order by plate limit 1`,
  )
  const [first, second] = await asOwner(
    (sql) => sql`select daily_rappen::int as daily from public.vehicle_list order by plate limit 2`,
  )
  expect([first?.daily, second?.daily]).toEqual([5000, 19900])
})

test('a dry run names what the fleet has and what is there twice, also of rows that can only be read in part', async () => {
  const [known, other] = rows as { plate: string; vin: string }[]
  const asked = [
    { row: 2, plate: known?.plate },
    { row: 3, vin: other?.vin },
    { row: 4, plate: 'BE 7' },
    { row: 5, plate: 'BE 7' },
    { row: 6, vin: 'WVWZZZ1KZAW000001' },
    { row: 7, vin: 'WVWZZZ1KZAW000002' },
  ]
  const [found] = await asOwner((sql) => sql`select public.import_fleet(${sql.json(asked)}, true) as said`)
  expect(found?.said).toEqual({
    imported: 0,
    problems: [
      { row: 2, column: 'plate', code: 'plate_exists' },
      { row: 3, column: 'vin', code: 'vin_exists' },
      { row: 5, column: 'plate', code: 'plate_repeated' },
    ],
  })
})
