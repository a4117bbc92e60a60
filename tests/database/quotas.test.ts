import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { addMember } from './support/companies.ts'
import { freshDatabase } from './support/database.ts'
import { foundRentalCompany, freeSlots, type RentalCompany } from './support/fleet.ts'
import { readRefusal, refusalOf } from './support/refusals.ts'
import { bookOnSite, newCustomer, settle, startPickup } from './support/rentals.ts'

/** What the plan has room for, with the limits of the product made small enough to reach. */
const database = freshDatabase()
let company: RentalCompany
let other: RentalCompany

beforeAll(async () => {
  company = await foundRentalCompany(database)
  other = await foundRentalCompany(database)
  await database.asPostgres(
    (sql) => sql`update public.companies set plan = 'starter' where id = ${company.companyId}`,
  )
})

const slot = freeSlots(() => company)
const allow = (resource: string, limit: number | null) =>
  database.asPostgres(
    (sql) =>
      sql`update public.plan_limits set limit_amount = ${limit} where plan = 'starter' and resource = ${resource}`,
  )
const used = async (resource: string) =>
  database.as(company.owner, async (sql) => {
    const [row] = await sql`
      select (entry ->> 'used')::int as used from jsonb_array_elements(public.plan_usage() -> 'usage') as entry where entry ->> 'resource' = ${resource}`
    return row?.used as number
  })
const reserve = async () => {
  const { startsAt, endsAt, vehicleId } = slot()
  return database.as(
    company.owner,
    (sql) => sql`
      select public.create_reservation(${startsAt}::text::timestamptz, ${endsAt}::text::timestamptz, ${vehicleId}, p_customer => ${sql.json(newCustomer())})`,
  )
}
const addCustomer = () =>
  database.as(company.owner, (sql) => sql`select public.create_customer(${sql.json(newCustomer())})`)

/** How many of so many at once were let in; every other one must be told why not. */
async function letIn(count: number, work: () => Promise<unknown>): Promise<number> {
  const results = await Promise.allSettled(Array.from({ length: count }, work))
  for (const result of results) {
    if (result.status === 'rejected')
      expect(readRefusal(result.reason)).toMatchObject({ status: 409, code: 'quota_reached' })
  }
  return results.filter(({ status }) => status === 'fulfilled').length
}

test('the plans have the limits of the product', async () => {
  const rows = await database.as(
    other.owner,
    (sql) =>
      sql`select plan, jsonb_object_agg(resource, limit_amount) as limits from public.plan_limits group by plan order by plan`,
  )
  expect(rows.map(({ limits }) => limits)).toMatchObject([
    { staff: 1, reservations_per_month: 100, customers: 500, storage_bytes: 2 ** 30, sms_per_month: 100 },
    {
      staff: 5,
      reservations_per_month: null,
      customers: 5_000,
      storage_bytes: 10 * 2 ** 30,
      sms_per_month: 500,
    },
    {
      staff: 10,
      reservations_per_month: null,
      customers: 10_000,
      storage_bytes: 50 * 2 ** 30,
      sms_per_month: 2_000,
    },
  ])
})

test('thirty reservations at once take the seven places that are left, and no more', async () => {
  await allow('reservations_per_month', (await used('reservations_per_month')) + 7)
  expect(await letIn(30, reserve)).toBe(7)
  expect(await refusalOf(reserve())).toMatchObject({
    status: 409,
    code: 'quota_reached',
    details: { resource: 'reservations_per_month' },
  })
  await allow('reservations_per_month', null)
  await reserve()
})

test('the site says no more than that it cannot take the booking', async () => {
  await allow('reservations_per_month', await used('reservations_per_month'))
  const booking = database.asAnon((sql) => bookOnSite(sql, company.slug, slot()))
  expect(await refusalOf(booking)).toEqual({ status: 409, code: 'booking_refused', details: {} })
  await allow('reservations_per_month', null)
})

test('last month’s reservations and holds that lapsed unpaid take no place', async () => {
  const { id } = await database.asAnon((sql) => bookOnSite(sql, company.slug, slot()))
  const before = await used('reservations_per_month')
  await database.asPostgres(
    (sql) => sql`update public.allocations set expires_at = now() where source_id = ${id}`,
  )
  await database.asService((sql) => sql`select public.expire_holds()`)
  expect(await used('reservations_per_month')).toBe(before - 1)
  await database.asPostgres(
    (sql) =>
      sql`update public.reservations set created_at = now() - interval '32 days' where company_id = ${company.companyId}`,
  )
  expect(await used('reservations_per_month')).toBe(0)
})

test('a late payment for a lapsed hold is given back when the month is full', async () => {
  const lapse = async () => {
    const booking = await database.asAnon((sql) => bookOnSite(sql, company.slug, slot()))
    await database.asPostgres(
      (sql) => sql`update public.allocations set expires_at = now() where source_id = ${booking.id}`,
    )
    await database.asService((sql) => sql`select public.expire_holds()`)
    return booking
  }
  const [early, late] = [await lapse(), await lapse()]
  await allow('reservations_per_month', (await used('reservations_per_month')) + 1)
  const outcomes = await Promise.all([settle(database, company, early), settle(database, company, late)])
  expect(outcomes.toSorted()).toEqual(['refunded', 'settled'])
  await allow('reservations_per_month', null)
})

test('twenty new customers at once take the three places that are left; another company is not concerned', async () => {
  await allow('customers', (await used('customers')) + 3)
  expect(await letIn(20, addCustomer)).toBe(3)
  await database.as(other.owner, (sql) => sql`select public.create_customer(${sql.json(newCustomer())})`)
  await allow('customers', 500)
})

test('photos fill the storage to the last byte, and not beyond', async () => {
  const booking = await database.asAnon((sql) => bookOnSite(sql, company.slug, slot()))
  await settle(database, company, booking)
  const { handoverId } = await database.as(company.owner, (sql) => startPickup(sql, booking.id))
  await allow('storage_bytes', (await used('storage_bytes')) + 1_000)
  const add = () => {
    const path = `${company.companyId}/handovers/${randomUUID()}.jpg`
    return database.as(
      company.owner,
      (sql) => sql`
        select public.add_handover_photo(${handoverId}, ${randomUUID()}, 'free', ${path}, ${path}, ${'b'.repeat(64)}, 16, 12, 250, now())`,
    )
  }
  expect(await letIn(10, add)).toBe(4)
  expect(await used('storage_bytes')).toBe(1_000)
  await allow('storage_bytes', 2 ** 30)
})

test('text messages are claimed once for each job, and only while the month has some', async () => {
  const claim = (job: string) =>
    database.asService(
      async (sql) =>
        (
          await sql`select public.claim_text(${company.companyId}, ${job}, 'sms', '+41791230000', 1) = 'ok' as ok`
        )[0]?.ok as boolean,
    )
  await allow('sms_per_month', 5)
  const jobs = Array.from({ length: 20 }, () => randomUUID())
  const answers = await Promise.all(jobs.map(claim))
  expect(answers.filter(Boolean)).toHaveLength(5)
  const claimed = jobs[answers.indexOf(true)] ?? ''
  expect(await claim(claimed)).toBe(true)
  expect(await used('sms_per_month')).toBe(5)
})

test('what is used is shown to those who run the company, and claimed by our worker alone', async () => {
  const staff = await addMember(database, company.companyId, 'viewer')
  expect(await refusalOf(database.as(staff, (sql) => sql`select public.plan_usage()`))).toMatchObject({
    status: 403,
  })
  const claim = (sql: Parameters<Parameters<typeof database.as>[1]>[0]) =>
    sql`select public.claim_text(${company.companyId}, ${randomUUID()}, 'sms', '+41791230000', 1)`
  expect(await refusalOf(database.as(company.owner, claim))).toMatchObject({ status: 403 })
  expect(await refusalOf(database.asAnon(claim))).toMatchObject({ status: 403 })
})
