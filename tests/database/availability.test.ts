import { beforeAll, expect, test } from 'vitest'
import { addMember } from './support/companies.ts'
import { type Caller, freshDatabase } from './support/database.ts'
import { foundRentalCompany, type RentalCompany } from './support/fleet.ts'
import { refusalOf } from './support/refusals.ts'
import { newCustomer, periodIn } from './support/rentals.ts'

/** What is offered is what can be had, whatever occupies a vehicle. */
const database = freshDatabase()
let company: RentalCompany
let staff: Caller

beforeAll(async () => {
  company = await foundRentalCompany(database)
  staff = await addMember(database, company.companyId, 'staff')
})

interface Found {
  vehicle_id: string
  category_id: string
  category_size: number
  seats: number
  fuel: string
  transmission: string
}

const search = (
  period: { startsAt: string; endsAt: string },
  features: Record<string, string | number> = {},
) =>
  database.as(staff, async (sql) => {
    const [row] = await sql`
      select public.search_availability(${period.startsAt}, ${period.endsAt}, p_features => ${sql.json(features)}) as found`
    return row?.found as Found[]
  })

const occupy = (vehicleIds: string[], from: string, to: string, kind = 'maintenance') =>
  database.asPostgres(
    (sql) => sql`
    insert into public.allocations (company_id, resource_id, period, source_kind, source_id)
    select ${company.companyId}, id, tstzrange(${from}, ${to}), ${kind}, gen_random_uuid() from unnest(${vehicleIds}::uuid[]) as id`,
  )

test('seats, fuel and gearbox narrow what is found, in every combination as a plain filter would', async () => {
  const period = periodIn(20)
  const all = await search(period)
  expect(all.length).toBe(company.vehicles.length)
  for (const seats of [undefined, 5, 9])
    for (const fuel of [undefined, 'diesel', 'electric'])
      for (const transmission of [undefined, 'automatic']) {
        const wish = { ...(seats && { seats }), ...(fuel && { fuel }), ...(transmission && { transmission }) }
        const expected = all.filter(
          (one) =>
            one.seats >= (seats ?? 0) &&
            one.fuel === (fuel ?? one.fuel) &&
            one.transmission === (transmission ?? one.transmission),
        )
        expect((await search(period, wish)).map((one) => one.vehicle_id)).toEqual(
          expected.map((one) => one.vehicle_id),
        )
      }
  expect(await refusalOf(search(period, { seats: 'many' }))).toMatchObject({
    status: 422,
    code: 'invalid_input',
  })
})

test('a category is offered with a feature only when every vehicle of it has it', async () => {
  const period = periodIn(20)
  const [row] = await database.as(
    staff,
    (sql) => sql`
    select public.search_categories(${period.startsAt}, ${period.endsAt}, p_features => '{"seats": 7}') as found,
      (select jsonb_agg(id order by id) from public.vehicle_categories c
        where (select min(seats) from public.vehicles v where v.category_id = c.id) >= 7) as expected`,
  )
  const found = row?.found as { category_id: string; least_seats: number }[]
  expect(found.map(({ category_id }) => category_id).toSorted()).toEqual(row?.expected)
  expect(found.length).toBeGreaterThan(0)
})

test('maintenance, washes and imported calendars count like bookings', async () => {
  const period = periodIn(40)
  const kinds = ['maintenance', 'cleaning', 'calendar', 'channel', 'contract']
  const taken = company.vehicles.slice(0, kinds.length).map(({ id }) => id)
  for (const [nth, kind] of kinds.entries())
    await occupy([taken[nth] ?? ''], period.startsAt, period.endsAt, kind)
  const found = (await search(period)).map(({ vehicle_id }) => vehicle_id)
  expect(found.filter((id) => taken.includes(id))).toEqual([])
  expect(found.length).toBe(company.vehicles.length - kinds.length)
})

test('when a category is full: the nearest days it is free on by the clock, and other categories', async () => {
  const category = company.vehicles[0]?.categoryId ?? ''
  const members = company.vehicles.filter(({ categoryId }) => categoryId === category).map(({ id }) => id)
  // Over the end of summer time 2027: the same hour of the clock is another instant the day before.
  const wish = { startsAt: '2027-10-31T09:00:00+01:00', endsAt: '2027-10-31T18:00:00+01:00' }
  await occupy(members, '2027-10-31T00:00:00+02:00', '2027-11-01T00:00:00+01:00')
  const [row] = await database.as(
    staff,
    (sql) => sql`select public.search_alternatives(${wish.startsAt}, ${wish.endsAt}, ${category}) as it`,
  )
  const { periods, categories } = (row?.it ?? {}) as {
    periods: { starts_at: string; free: number }[]
    categories: { category_id: string }[]
  }
  expect(periods.map(({ starts_at, free }) => [new Date(starts_at).toISOString(), free])).toEqual([
    ['2027-11-01T08:00:00.000Z', members.length],
    ['2027-10-30T07:00:00.000Z', members.length],
    ['2027-11-02T08:00:00.000Z', members.length],
    ['2027-10-29T07:00:00.000Z', members.length],
  ])
  expect(categories.length).toBeGreaterThan(0)
  expect(categories.map(({ category_id }) => category_id)).not.toContain(category)
})

test('the month’s map counts, for each day, what stays free however bookings are arranged', async () => {
  const category = company.vehicles[0]?.categoryId ?? ''
  const members = company.vehicles.filter(({ categoryId }) => categoryId === category).map(({ id }) => id)
  const [first = '', second = ''] = members
  // One vehicle in the morning and another in the afternoon: at no moment more than one is away.
  await occupy([first], '2027-06-02T08:00:00+02:00', '2027-06-02T12:00:00+02:00')
  await occupy([second], '2027-06-02T13:00:00+02:00', '2027-06-03T00:00:00+02:00')
  await occupy(members, '2027-06-04T10:00:00+02:00', '2027-06-04T11:00:00+02:00')
  const [row] = await database.as(
    staff,
    (sql) => sql`select public.availability_by_day('2027-06-01', 5) as days`,
  )
  const found = ((row?.days ?? []) as { category_id: string; vehicles: number; free: number[] }[]).find(
    ({ category_id }) => category_id === category,
  )
  const all = members.length
  expect(found).toMatchObject({ vehicles: all, free: [all, all - 1, all, 0, all] })
  const ask = (days: number) =>
    database.as(staff, (sql) => sql`select public.availability_by_day('2027-06-01', ${days})`)
  expect(await refusalOf(ask(63))).toMatchObject({ status: 422, code: 'invalid_period' })
  expect(await refusalOf(ask(0))).toMatchObject({ status: 422, code: 'invalid_period' })
})

test('another company’s bookings and vehicles are not in it', async () => {
  const other = await foundRentalCompany(database)
  const { startsAt, endsAt } = periodIn(60)
  await database.as(
    other.owner,
    (sql) => sql`
    select public.create_reservation(${startsAt}, ${endsAt}, ${other.vehicles[0]?.id ?? ''}, p_customer => ${sql.json(newCustomer())})`,
  )
  const found = await search({ startsAt, endsAt })
  expect(found.map(({ vehicle_id }) => vehicle_id).toSorted()).toEqual(
    company.vehicles.map(({ id }) => id).toSorted(),
  )
})

test('an offer says how many of its category there would be: what is taken counts, what is not looked for does not', async () => {
  const period = periodIn(400)
  const all = await search(period)
  const category = all[0]?.category_id
  const ofCategory = (found: Found[]) => found.filter(({ category_id }) => category_id === category)
  const size = ofCategory(all).length
  expect(new Set(ofCategory(all).map((offer) => offer.category_size))).toEqual(new Set([size]))
  const others = ofCategory(all)
    .slice(1)
    .map(({ vehicle_id }) => vehicle_id)
  await occupy(others, period.startsAt, period.endsAt)
  expect(ofCategory(await search(period))).toMatchObject([{ category_size: size }])
  const most = Math.max(...all.map(({ seats }) => seats))
  const wanted = await search(periodIn(420), { seats: most })
  for (const { category_id, category_size } of wanted)
    expect(category_size).toBe(wanted.filter((offer) => offer.category_id === category_id).length)
})

test('of an extra there are never more to choose than there are', async () => {
  const most = (stock: number | null) =>
    database.asPostgres(async (sql) => {
      await sql`update public.extras set stock = ${stock}, max_quantity = 3 where id = ${company.extras.child_seat}`
      const [row] = await sql`select public.site_company(${company.slug}) -> 'extras' as extras`
      const extras = row?.extras as { id: string; max_quantity: number }[]
      return extras.find(({ id }) => id === company.extras.child_seat)?.max_quantity
    })
  expect([await most(null), await most(5), await most(2), await most(0)]).toEqual([3, 3, 2, 1])
})
