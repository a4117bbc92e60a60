import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from './support/database.ts'
import { foundRentalCompany, type RentalCompany } from './support/fleet.ts'
import { refusalOf } from './support/refusals.ts'
import { bookOnSite, newCustomer, periodIn } from './support/rentals.ts'

/** Two of a model at one place are one offer to a customer: whoever is second gets the other one, the third an honest no. */
const database = freshDatabase()
let company: RentalCompany
let pair: string[]

beforeAll(async () => {
  company = await foundRentalCompany(database)
  pair = await database.asPostgres(async (sql) => {
    const rows =
      await sql`select id from public.vehicles where company_id = ${company.companyId} and model = 'Transit 350 L3H2' order by id`
    return rows.map(({ id }) => id as string)
  })
})

const book = (vehicleId: string | undefined, wish: { orAlike?: boolean; days: number }) =>
  database.asAnon((sql) =>
    bookOnSite(sql, company.slug, {
      ...periodIn(wish.days),
      vehicleId: vehicleId ?? null,
      orAlike: wish.orAlike ?? true,
    }),
  )
const vehicleOf = (reservationId: string) =>
  database.asPostgres(
    async (sql) =>
      (await sql`select vehicle_id from public.reservations where id = ${reservationId}`)[0]?.vehicle_id,
  )
const offered = (vehicleId: string | undefined, days: number) =>
  database.asAnon(async (sql) => {
    const { startsAt, endsAt } = periodIn(days)
    const [row] =
      await sql`select public.search_availability_on_site(${company.slug}, ${startsAt}, ${endsAt}, p_vehicle_id => ${vehicleId ?? null}) as offers`
    return ((row?.offers ?? []) as { vehicle_id: string }[]).map((offer) => offer.vehicle_id)
  })

test('the second gets the other one, at the same price; the third is told that both are gone', async () => {
  expect(pair).toHaveLength(2)
  const first = await book(pair[0], { days: 10 })
  expect(await offered(pair[0], 10)).toEqual([pair[1]])
  const second = await book(pair[0], { days: 10 })
  expect([await vehicleOf(first.id), await vehicleOf(second.id)]).toEqual(pair)
  expect(second.total_rappen).toBe(first.total_rappen)
  expect(await offered(pair[0], 10)).toEqual([])
  expect(await refusalOf(book(pair[0], { days: 10 }))).toMatchObject({ status: 409, code: 'not_available' })
})

test('whoever insists on one vehicle gets that one or none', async () => {
  await book(pair[0], { days: 20 })
  expect(await refusalOf(book(pair[0], { days: 20, orAlike: false }))).toMatchObject({
    code: 'not_available',
  })
})

test('one with a rate of its own is another offer', async () => {
  await database.as(
    company.owner,
    (sql) => sql`
    update public.rates set daily_rappen = 9900 where vehicle_id = ${pair[1] ?? null}`,
  )
  await book(pair[0], { days: 30 })
  expect(await offered(pair[0], 30)).toEqual([])
  expect(await refusalOf(book(pair[0], { days: 30 }))).toMatchObject({ code: 'not_available' })
})

test('thirty at once for two of a kind: two get one, the others an answer', async () => {
  const two = await database.asPostgres(async (sql) => {
    const rows =
      await sql`select id from public.vehicles where company_id = ${company.companyId} and model = 'Sprinter 317 CDI' order by id`
    return rows.map(({ id }) => id as string)
  })
  const tries = Array.from({ length: 30 }, (_, nth) => book(two[nth % 2], { days: 40 }))
  const results = await Promise.allSettled(tries)
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(2)
  const refusals = await Promise.all(tries.map((attempt) => refusalOf(attempt).catch(() => null)))
  expect(new Set(refusals.filter(Boolean).map((refusal) => refusal?.code))).toEqual(
    new Set(['not_available']),
  )
})

const withLicence = (licence: Record<string, unknown> | null, more: { days: number; email?: string }) =>
  database.asAnon((sql) =>
    bookOnSite(sql, company.slug, {
      ...periodIn(more.days),
      vehicleId: company.vehicles[0]?.id ?? null,
      customer: newCustomer(more.email ? { email: more.email } : {}),
      licence: licence as never,
    }),
  )

test.each([
  ['another category', { categories: ['A'] }, 'licence_category'],
  [
    'one that runs out before the return',
    { categories: ['B'], since: '2010-01-01', expires_on: '2026-01-01' },
    'licence_expired',
  ],
  [
    'too young a one',
    { categories: ['B'], since: new Date().toISOString().slice(0, 10) },
    'licence_too_short',
  ],
  ['one of unknown age', { categories: ['B'] }, 'licence_since_missing'],
  ['no category', { categories: [] }, 'invalid_input'],
  ['a category that is none', { categories: ['Z'], since: '2010-01-01' }, 'licence_category'],
  ['a list instead of a licence', ['B'], 'invalid_input'],
  ['a day that is none', { categories: ['B'], since: '31.02.2010' }, 'invalid_input'],
])('the rules of the desk hold before anything is paid: %s is refused', async (_, licence, code) => {
  await database.as(
    company.owner,
    (sql) => sql`update public.vehicle_categories set minimum_licence_years = 2`,
  )
  expect(await refusalOf(withLicence(licence as never, { days: 50 }))).toMatchObject({ status: 422, code })
})

test('what holds is kept as a driver whom nobody has verified; the next booking does not write over it', async () => {
  const email = 'nora@example.ch'
  const driversOf = () =>
    database.asPostgres(
      (sql) => sql`select d.licence_categories, d.licence_since, d.verified_at from public.drivers d
      join public.customers c on c.company_id = d.company_id and c.id = d.customer_id where c.email = ${email}`,
    )
  await withLicence({ categories: ['BE'], since: '2012-03-01' }, { days: 60, email })
  const kept = [{ licence_categories: ['BE'], licence_since: { BE: '2012-03-01' }, verified_at: null }]
  expect([...(await driversOf())]).toEqual(kept)
  await withLicence({ categories: ['C'], since: '2000-01-01' }, { days: 70, email })
  expect([...(await driversOf())]).toEqual(kept)
})

test('unsaid, the licence waits for the pickup', async () => {
  expect(await withLicence(null, { days: 80 })).toMatchObject({ status: 'pending' })
})
