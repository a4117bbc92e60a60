import { gzipSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import { addMember } from './support/companies.ts'
import { type Caller, freshDatabase } from './support/database.ts'
import { foundRentalCompany, type RentalCompany, vehicleOf } from './support/fleet.ts'
import { refusalOf } from './support/refusals.ts'
import { bookAndPay, bookOnSite, handOver, periodIn } from './support/rentals.ts'

const database = freshDatabase()
let company: RentalCompany
let other: RentalCompany

beforeAll(async () => {
  company = await foundRentalCompany(database)
  other = await foundRentalCompany(database)
})

interface Answer {
  version: string
  vehicles: [string, string][]
  customers: string[]
  s: number[][]
  d: number[][]
  k: string[]
  n: string[][]
  c: number[][]
  r: number[][]
}

const timeline = (caller: Caller = company.owner, days = 90) =>
  database.as(caller, async (sql) => {
    const [row] =
      await sql`select public.timeline(date_trunc('day', now()), date_trunc('day', now()) + ${days} * interval '1 day') as it`
    return row?.it as Answer
  })
/** When the site next lets somebody pick up. */
const nextHalfHour = () => new Date(Math.ceil(Date.now() / 1_800_000) * 1_800_000).toISOString()
const version = (caller: Caller = company.owner) =>
  database.as(caller, async (sql) => (await sql`select public.company_version() as it`)[0]?.it as string)

test('each vehicle has its line with what occupies it, by number, customer and state', async () => {
  const { id: vehicleId } = vehicleOf(company, 0)
  const period = periodIn(10)
  const held = await database.asAnon((sql) => bookOnSite(sql, company.slug, { vehicleId, ...period }))
  const paid = await bookAndPay(database, company, { vehicleId, ...periodIn(20) })
  const startsAt = nextHalfHour()
  const out = await bookAndPay(database, company, {
    vehicleId,
    startsAt,
    endsAt: new Date(Date.parse(startsAt) + 86_400_000).toISOString(),
  })
  await handOver(database, company.owner, out.id)
  const answer = await timeline()
  expect(answer.vehicles).toHaveLength(40)
  const line = answer.vehicles.findIndex(([id]) => id === vehicleId)
  expect(answer.k[line]).toBe('ahc')
  expect(answer.n[line]).toEqual([out, held, paid].map(({ number }) => number.slice(2)))
  expect(answer.d[line]?.slice(1)).toEqual([3 * 1_440, 3 * 1_440])
  expect(answer.customers[(answer.c[line]?.[1] ?? 0) - 1]).toBe('Anna Muster')
  expect(answer.r[line]?.every((one) => one >= 1)).toBe(true)
})

test('a vehicle that is late stays on its line', async () => {
  const { id: vehicleId } = vehicleOf(company, 1)
  const startsAt = nextHalfHour()
  const booking = await bookAndPay(database, company, {
    vehicleId,
    startsAt,
    endsAt: new Date(Date.parse(startsAt) + 3_600_000).toISOString(),
  })
  const { contractId } = await handOver(database, company.owner, booking.id)
  await database.asPostgres(async (sql) => {
    await sql`update public.contracts set starts_at = now() - interval '9 days', ends_at = now() - interval '6 days', picked_up_at = now() - interval '9 days' where id = ${contractId}`
    await sql`update public.allocations set period = tstzrange(now() - interval '9 days', now() - interval '6 days') where source_id = ${contractId}`
  })
  const answer = await timeline()
  expect(answer.k[answer.vehicles.findIndex(([id]) => id === vehicleId)]).toBe('a')
})

test('another company sees nothing of it, who may not look gets no answer', async () => {
  const answer = await timeline(other.owner)
  expect(answer.k.join('')).toBe('')
  expect(answer.customers).toEqual([])
  expect(
    await refusalOf(timeline({ userId: company.owner.userId, companyId: other.companyId })),
  ).toMatchObject({ status: 401 })
  const technician = await addMember(database, company.companyId, 'technician')
  expect(await refusalOf(timeline(technician))).toMatchObject({ status: 403 })
  expect(await refusalOf(version(technician))).toMatchObject({ status: 403 })
  expect(await refusalOf(timeline(company.owner, 4000))).toMatchObject({ code: 'invalid_period' })
})

test('the mark changes with every change of the company’s records, and with nobody else’s', async () => {
  const [ours, theirs] = [await version(), await version(other.owner)]
  const booking = await bookAndPay(database, company, {
    vehicleId: vehicleOf(company, 2).id,
    ...periodIn(40),
  })
  const after = await version()
  expect(after).not.toBe(ours)
  await database.as(company.owner, (sql) => sql`select public.cancel_reservation(${booking.id})`)
  expect(await version()).not.toBe(after)
  expect(await version(other.owner)).toBe(theirs)
})

test('a change that is committed after a later one is noticed, too', async () => {
  const [first, second] = [vehicleOf(company, 3).id, vehicleOf(company, 4).id]
  const paint =
    (id: string, color: string) => (sql: Parameters<Parameters<typeof database.asPostgres>[0]>[0]) =>
      sql`update public.vehicles set color = ${color} where id = ${id}`
  let between = ''
  await database.asPostgres(async (sql) => {
    await paint(first, 'Rot')(sql)
    await database.asPostgres(paint(second, 'Blau'))
    between = await version()
  })
  expect(await version()).not.toBe(between)
})

test('two hundred vehicles and three months, well filled, are one answer of 60 kB at most', async () => {
  const big = await foundRentalCompany(database)
  await database.asPostgres(async (sql) => {
    await sql`insert into public.resources (company_id, id, kind) select ${big.companyId}, gen_random_uuid(), 'vehicle' from generate_series(1, 160)`
    await sql`
      insert into public.vehicles (company_id, id, category_id, location_id, plate, vin, make, model, model_year, fuel, transmission, seats, odometer_km, fuel_percent)
      select v.company_id, r.id, v.category_id, v.location_id, 'BE ' || (500000 + r.n * 37), 'WVWZZZ1KZ' || lpad((r.n * 7919)::text, 8, '0'), v.make, v.model, 2024, v.fuel,
        v.transmission, v.seats, 1000, 100
      from (select id, row_number() over () as n from public.resources x where x.company_id = ${big.companyId}
        and not exists (select from public.vehicles y where y.id = x.id)) r
      join (select *, row_number() over (order by plate) as n from public.vehicles where company_id = ${big.companyId}) v on v.n = 1 + r.n % 40`
    await sql`
      insert into public.customers (company_id, number, kind, first_name, last_name)
      select ${big.companyId}, 'K-' || n, 'person', initcap(substr(md5(n::text), 1, 6)), initcap(translate(substr(md5(n || 'x'), 1, 9), '0123456789', 'aeiourstln'))
      from generate_series(1, 2000) n`
    await sql`
      with people as (select id, row_number() over (order by number) as n from public.customers where company_id = ${big.companyId}),
      cars as (select *, row_number() over (order by id) as n from public.vehicles where company_id = ${big.companyId}),
      made as (
        insert into public.reservations (company_id, number, status, source, customer_id, vehicle_id, category_id, pickup_location_id, return_location_id, starts_at, ends_at,
          price, total_rappen, booking_deposit_rappen, currency, terms_version)
        select ${big.companyId}, 'R-2026-' || lpad((20000 + row_number() over (order by md5(c.n || '-' || k)))::text, 5, '0'), 'confirmed', 'phone', p.id, c.id, c.category_id,
          c.location_id, c.location_id, at, at + make_interval(hours => 20 + (c.n * 7 + k * 13)::int % 60), '{}', 0, 0, 'CHF', 1
        from cars c cross join generate_series(0, 21) k
        cross join lateral (select date_trunc('day', now()) + make_interval(days => (k * 4)::int, hours => 7 + (c.n + k * 3)::int % 12, mins => 30 * ((c.n + k)::int % 2)) as at) t
        join people p on p.n = 1 + (c.n * 31 + k * 97) % 2000
        returning id, vehicle_id, starts_at, ends_at)
      insert into public.allocations (company_id, resource_id, period, source_kind, source_id)
      select ${big.companyId}, vehicle_id, tstzrange(starts_at, ends_at), 'reservation', id from made`
  })
  const text = JSON.stringify(await timeline(big.owner))
  const blocks = (JSON.parse(text) as Answer).k.join('').length
  expect(blocks).toBe(4_400)
  expect(gzipSync(text).length).toBeLessThanOrEqual(60_000)
})
