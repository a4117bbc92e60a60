import { beforeAll, expect, test } from 'vitest'
import { localDateOf, shiftDate } from '@/lib/core/dates'
import { addMember } from './support/companies.ts'
import { freshDatabase } from './support/database.ts'
import { foundRentalCompany, type RentalCompany, vehicleOf } from './support/fleet.ts'
import { refusalOf } from './support/refusals.ts'

/** What falls due on vehicles is seen in time, and told once. */
const database = freshDatabase()
let company: RentalCompany

beforeAll(async () => {
  company = await foundRentalCompany(database)
  await database.as(company.owner, async (sql) => {
    await sql`update public.companies set email = 'fleet@example.ch'`
    await sql`update public.vehicles set inspection_due_on = null`
  })
})

type Due = {
  item: string
  days_left: number | null
  km_left: number | null
  is_overdue: boolean
  planned_at: string | null
}

const dueOn = (vehicleId: string, caller = company.owner) =>
  database.as(caller, async (sql) => {
    const [row] = await sql`select public.list_due_items(${vehicleId}) as it`
    return ((row?.it ?? []) as Due[]).map(({ item, days_left, km_left, is_overdue, planned_at }) => ({
      item,
      days: days_left,
      km: km_left,
      overdue: is_overdue,
      planned: planned_at !== null,
    }))
  })
const set = (vehicleId: string, columns: Record<string, string | number | null>) =>
  database.as(company.owner, (sql) => sql`update public.vehicles set ${sql(columns)} where id = ${vehicleId}`)
/** A day of the company's calendar. */
// Counted in days, not in hours: half a year ahead the clock is another.
const day = (days: number) => shiftDate(localDateOf(new Date(), 'Europe/Zurich'), days)
const remind = () => database.asService((sql) => sql`select public.remind_due_items()`)
/** What was told of a vehicle, mail by mail. */
const toldOf = async (vehicleId: string) => {
  const rows = await database.asPostgres(
    (sql) => sql`
      select item ->> 'item' as item from public.outbox o, jsonb_array_elements(o.payload -> 'items') as item
      where topic = 'mail.vehicle_due' and item ->> 'vehicle_id' = ${vehicleId} order by o.created_at, item ->> 'item'`,
  )
  return rows.map(({ item }) => item as string)
}
const mails = () =>
  database.asPostgres(
    (sql) => sql`
      select payload from public.outbox where company_id = ${company.companyId} and topic = 'mail.vehicle_due' order by created_at`,
  )
/** A night passes: what was queued was queued the day before. */
const nextDay = () =>
  database.asPostgres(
    (sql) => sql`
      update public.outbox set key = 'before ' || id, created_at = created_at - interval '1 day' where topic = 'mail.vehicle_due'`,
  )

test.each([
  ['inspection', 'inspection_due_on', 60],
  ['insurance', 'insurance_expires_on', 30],
  ['service', 'next_service_on', 30],
])('%s is due when there is still time for an appointment', async (item, column, ahead) => {
  const { id } = vehicleOf(company, 0)
  await set(id, { [column]: day(ahead + 1) })
  expect(await dueOn(id)).toEqual([])
  await set(id, { [column]: day(ahead) })
  expect(await dueOn(id)).toEqual([{ item, days: ahead, km: null, overdue: false, planned: false }])
  await set(id, { [column]: day(0) })
  expect(await dueOn(id)).toMatchObject([{ days: 0, overdue: false }])
  await set(id, { [column]: day(-1) })
  expect(await dueOn(id)).toMatchObject([{ days: -1, overdue: true }])
  await set(id, { [column]: null })
})

test('a service is due by kilometres, too', async () => {
  const { id } = vehicleOf(company, 1)
  const [vehicle] = await database.asPostgres(
    (sql) => sql`select odometer_km as km from public.vehicles where id = ${id}`,
  )
  await set(id, { next_service_km: vehicle?.km + 1001 })
  expect(await dueOn(id)).toEqual([])
  await set(id, { next_service_km: vehicle?.km + 1000, next_service_on: day(300) })
  expect(await dueOn(id)).toMatchObject([{ item: 'service', days: 300, km: 1000, overdue: false }])
  await set(id, { next_service_km: vehicle?.km })
  expect(await dueOn(id)).toMatchObject([{ km: 0, overdue: true }])
})

test('what is planned reminds nobody, until the plan is called off', async () => {
  const { id } = vehicleOf(company, 2)
  await set(id, { inspection_due_on: day(10) })
  const [plan] = await database.as(
    company.owner,
    (sql) =>
      sql`select public.plan_maintenance(${id}, 'inspection', now() + interval '5 days', now() + interval '6 days') ->> 'maintenance_id' as id`,
  )
  expect(await dueOn(id)).toMatchObject([{ item: 'inspection', planned: true }])
  await remind()
  expect(await toldOf(id)).toEqual([])
  await database.as(company.owner, (sql) => sql`select public.cancel_maintenance(${plan?.id})`)
  await nextDay()
  await remind()
  expect(await toldOf(id)).toEqual(['inspection'])
})

test('what falls due on several vehicles comes in one mail a day, the most urgent first; what comes up later waits for the next day', async () => {
  await nextDay()
  const before = (await mails()).length
  const [first, second, third, late] = [10, 11, 12, 13].map((place) => vehicleOf(company, place).id) as [
    string,
    string,
    string,
    string,
  ]
  await set(first, { inspection_due_on: day(40) })
  await set(second, { inspection_due_on: day(-2) })
  await set(third, { inspection_due_on: day(40), insurance_expires_on: day(7) })
  await remind()
  await set(late, { inspection_due_on: day(50) })
  await remind()
  const today = await mails()
  expect(today).toHaveLength(before + 1)
  const told = today.at(-1)?.payload.items as { vehicle_id: string; item: string }[]
  expect(told.map(({ vehicle_id, item }) => [vehicle_id, item]).slice(0, 2)).toEqual([
    [second, 'inspection'],
    [third, 'insurance'],
  ])
  expect(told).toHaveLength(4)
  await nextDay()
  await remind()
  expect((await mails()).at(-1)?.payload.items).toMatchObject([{ vehicle_id: late, item: 'inspection' }])
})

test('however often the schedule runs, each due date is told once, and the next one again', async () => {
  const { id } = vehicleOf(company, 3)
  await nextDay()
  await set(id, { inspection_due_on: day(20), insurance_expires_on: day(3) })
  await Promise.all([remind(), remind(), remind()])
  await nextDay()
  await remind()
  expect(await toldOf(id)).toEqual(['inspection', 'insurance'])
  await set(id, { inspection_due_on: day(21) })
  await nextDay()
  await remind()
  expect(await toldOf(id)).toEqual(['inspection', 'insurance', 'inspection'])
})

test('a reminder that is no longer true says nothing', async () => {
  const { id } = vehicleOf(company, 4)
  const { id: other } = vehicleOf(company, 15)
  await set(id, { insurance_expires_on: day(2), insurer: 'Mobiliar', insurance_policy: 'P-1' })
  await set(other, { inspection_due_on: day(9) })
  await nextDay()
  await remind()
  const mail = (await mails()).at(-1)
  const facts = () =>
    database.asService(async (sql) => {
      const [row] =
        await sql`select public.due_items_facts(${company.companyId}, ${sql.json(mail?.payload)}) as it`
      return row?.it
    })
  expect(await facts()).toMatchObject({
    email: 'fleet@example.ch',
    language: 'de',
    items: [
      { item: 'insurance', due_on: day(2), insurer: 'Mobiliar' },
      { item: 'inspection', vehicle_id: other },
    ],
  })
  await set(id, { insurance_expires_on: day(367) })
  expect(await facts()).toMatchObject({ items: [{ vehicle_id: other }] })
  await set(other, { inspection_due_on: day(100) })
  expect(await facts()).toBeNull()
})

test('a retired vehicle has nothing due', async () => {
  const { id } = vehicleOf(company, 5)
  await set(id, { inspection_due_on: day(-3) })
  await database.as(company.owner, (sql) => sql`select public.retire_vehicle(${id}, 'Verkauft')`)
  expect(await dueOn(id)).toEqual([])
})

test('viewers see what is due; another company does not, and nobody but the schedule reminds', async () => {
  const { id } = vehicleOf(company, 6)
  await set(id, { inspection_due_on: day(1) })
  expect(await dueOn(id, await addMember(database, company.companyId, 'viewer'))).toHaveLength(1)
  const other = await foundRentalCompany(database)
  expect(await dueOn(id, other.owner)).toEqual([])
  expect(
    await refusalOf(database.as(company.owner, (sql) => sql`select public.remind_due_items()`)),
  ).toMatchObject({ status: 403 })
})
