import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { addMember, connectAccount, foundCompany, openSite } from './support/companies.ts'
import { type Caller, freshDatabase } from './support/database.ts'
import { fleetRows, foundRentalCompany, type RentalCompany } from './support/fleet.ts'
import { refusalOf } from './support/refusals.ts'
import {
  bookAtDesk,
  bookOnSite,
  handOver,
  newCustomer,
  periodIn,
  startPickup,
  takeBack,
} from './support/rentals.ts'

/** The day as the desk and the phone see it: each rental stands where it is, and only there. */
const database = freshDatabase()
const HOUR = 3_600_000
let company: RentalCompany
let other: RentalCompany
let vehicleIds: string[]

beforeAll(async () => {
  company = await foundRentalCompany(database)
  other = await foundRentalCompany(database)
  const rows = await database.asPostgres(
    (sql) => sql`select id from public.vehicles where company_id = ${company.companyId} order by plate`,
  )
  vehicleIds = rows.map(({ id }) => id as string)
})

const inHours = (hours: number) => new Date(Date.now() + hours * HOUR).toISOString()

function vehicle(): string {
  const id = vehicleIds.pop()
  if (!id) throw new Error('No vehicle is left.')
  return id
}

const book = (from: number, to: number, vehicleId = vehicle()) =>
  bookAtDesk(database, company.owner, { vehicleId, startsAt: inHours(from), endsAt: inHours(to) })

interface Day {
  tasks: { kind: string; id: string; is_late: boolean; is_begun?: boolean }[]
  done: { kind: string; contract_id: string }[]
  has_fleet: boolean
  setup: { step: string; is_done: boolean; missing: string[]; opens_site: boolean }[] | null
}

async function day(caller: Caller = company.owner): Promise<Day> {
  const [row] = await database.as(caller, (sql) => sql`select public.list_day() as day`)
  return row?.day
}

const tasksOf = async (id: string) => (await day()).tasks.filter((task) => task.id.endsWith(id))

test('a pickup waits until it has taken place, then its return does, and both have been done', async () => {
  const booking = await book(0.01, 5)
  expect(await tasksOf(booking.id)).toMatchObject([{ kind: 'pickup', is_late: false, is_begun: false }])
  const { contractId } = await database.as(company.owner, (sql) => startPickup(sql, booking.id))
  expect(await tasksOf(booking.id)).toMatchObject([{ kind: 'pickup', is_begun: true }])

  const pickup = await handOver(database, company.owner, booking.id)
  expect(await tasksOf(booking.id)).toEqual([])
  expect(await tasksOf(contractId)).toMatchObject([{ kind: 'return', is_late: false }])

  await takeBack(database, company.owner, pickup)
  expect((await tasksOf(contractId)).map(({ kind }) => kind)).not.toContain('return')
  const { done } = await day()
  expect(done.filter(({ contract_id }) => contract_id === contractId).map(({ kind }) => kind)).toEqual([
    'return',
    'pickup',
  ])
})

test('what came back is to be invoiced and its deposit settled, until both are done', async () => {
  const pickup = await handOver(database, company.owner, (await book(0.01, 2)).id)
  expect((await tasksOf(pickup.contractId)).map(({ kind }) => kind)).toEqual(['return'])
  await takeBack(database, company.owner, pickup)
  const both = [
    { kind: 'deposit', contract_id: pickup.contractId, is_late: false, amount_rappen: expect.any(Number) },
    { kind: 'to_invoice', contract_id: pickup.contractId, is_late: false, amount_rappen: null },
  ]
  expect(await tasksOf(pickup.contractId)).toMatchObject(both)
  await database.asPostgres(
    (sql) =>
      sql`update public.contracts set returned_at = now() - interval '25 hours' where id = ${pickup.contractId}`,
  )
  expect((await tasksOf(pickup.contractId)).map(({ is_late }) => is_late)).toEqual([true, true])

  await database.as(company.owner, (sql) => sql`select public.issue_invoice(${pickup.contractId})`)
  expect((await tasksOf(pickup.contractId)).map(({ kind }) => kind)).toEqual(['deposit'])
  await database.as(
    company.owner,
    (sql) =>
      sql`select public.resolve_deposit(id, 0) from public.deposits where contract_id = ${pickup.contractId}`,
  )
  expect(await tasksOf(pickup.contractId)).toEqual([])
})

test('what came back is washed, and is late for whoever waits for it', async () => {
  const id = vehicle()
  const pickup = await handOver(database, company.owner, (await book(0.01, 2, id)).id)
  await takeBack(database, company.owner, pickup)
  expect(await tasksOf(id)).toMatchObject([{ kind: 'cleaning', is_late: false, needed_at: null }])
  await database.asPostgres(
    (sql) => sql`update public.washes set due_at = now() - interval '1 minute' where vehicle_id = ${id}`,
  )
  expect(await tasksOf(id)).toMatchObject([{ kind: 'cleaning', is_late: true }])
})

test('half a day ahead belongs to the day, the day after tomorrow does not', async () => {
  const near = await book(11.5, 30)
  const far = await book(49, 60)
  expect(await tasksOf(near.id)).toMatchObject([{ kind: 'pickup' }])
  expect(await tasksOf(far.id)).toEqual([])
})

test('the phone takes along what comes after the day: in its order, for so many days, and each rental once', async () => {
  const coming = async (days = 7) => {
    const [row] = await database.as(
      company.owner,
      (sql) => sql`select public.list_coming_handovers(${days}) as tasks`,
    )
    return ((row?.tasks ?? []) as Day['tasks']).map(({ id }) => id)
  }
  const near = await book(11.5, 30)
  const inThreeDays = await book(72, 90)
  const inTwoDays = await book(48, 60)
  const inTenDays = await book(240, 250)
  const long = await handOver(database, company.owner, (await book(0.01, 100)).id)
  const wanted = (ids: string[]) =>
    ids.filter((id) => [near, inThreeDays, inTwoDays, inTenDays].some((one) => id.endsWith(one.id)))
  expect(wanted(await coming())).toEqual([`pickup-${inTwoDays.id}`, `pickup-${inThreeDays.id}`])
  expect(await coming()).toContain(`return-${long.contractId}`)
  expect(wanted(await coming(2))).toEqual([`pickup-${inTwoDays.id}`])
  expect(await refusalOf(coming(0))).toMatchObject({ status: 422, code: 'invalid_input' })
  const technician = await addMember(database, company.companyId, 'technician')
  const asked = database.as(technician, (sql) => sql`select public.list_coming_handovers()`)
  expect(await refusalOf(asked)).toMatchObject({ status: 403, code: 'forbidden' })
})

test('an option stands at the time it lapses, and goes with it', async () => {
  const [row] = await database.as(
    company.owner,
    (sql) => sql`
      select public.create_reservation(${inHours(100)}::text::timestamptz, ${inHours(130)}::text::timestamptz, ${vehicle()},
        p_customer => ${sql.json(newCustomer())}, p_hold_hours => 3) as reservation`,
  )
  const id = row?.reservation.id as string
  expect(await tasksOf(id)).toMatchObject([{ kind: 'hold', is_late: false }])
  await database.asPostgres(
    (sql) =>
      sql`update public.allocations set expires_at = now() - interval '1 second' where source_id = ${id}`,
  )
  expect(await tasksOf(id)).toEqual([])
})

test('a checkout nobody has paid yet is no work of the desk', async () => {
  const id = vehicle()
  const booking = await database.asAnon((sql) =>
    bookOnSite(sql, company.slug, { ...periodIn(12), vehicleId: id }),
  )
  const [hold] = await database.asPostgres(
    (sql) =>
      sql`select expires_at is not null as lapses from public.allocations where source_id = ${booking.id} and active`,
  )
  expect(hold).toEqual({ lapses: true })
  expect(await tasksOf(booking.id)).toEqual([])
})

test('a vehicle in the workshop is expected back', async () => {
  const id = vehicle()
  const [row] = await database.as(
    company.owner,
    (sql) => sql`
      select public.plan_maintenance(${id}, 'service', now() + interval '1 minute', now() + interval '3 hours', null, 'Garage', null) ->> 'maintenance_id' as id`,
  )
  expect(await tasksOf(row?.id)).toMatchObject([{ kind: 'maintenance', is_there: false, workshop: 'Garage' }])
  await database.as(company.owner, (sql) => sql`select public.start_maintenance(${row?.id})`)
  expect(await tasksOf(row?.id)).toMatchObject([{ kind: 'maintenance', is_there: true, is_late: false }])
})

test('what a customer asked about their data is work with a limit, for those who may answer, until it is answered', async () => {
  const booking = await book(72, 74)
  const [request] = await database.asPostgres(
    (sql) => sql`
    insert into public.data_requests (company_id, customer_id, kind, due_on)
    select company_id, customer_id, 'erasure', private.today(company_id) + 30 from public.reservations where id = ${booking.id} returning id, customer_id`,
  )
  const asked = async (caller?: Caller) =>
    (await day(caller)).tasks.filter(({ kind }) => kind === 'data_erasure')
  const customer_id = request?.customer_id
  expect(await asked()).toMatchObject([{ is_late: false, days_left: 30, customer_id }])
  const viewer = await addMember(database, company.companyId, 'viewer')
  expect(await asked(viewer)).toEqual([])
  expect(await asked(other.owner)).toEqual([])
  await database.asPostgres(
    (sql) =>
      sql`update public.data_requests set due_on = private.today(company_id) - 2 where id = ${request?.id}`,
  )
  expect(await asked()).toMatchObject([{ is_late: true, days_left: -2 }])
  await database.as(company.owner, (sql) => sql`select public.settle_data_request(${request?.id})`)
  expect(await asked()).toEqual([])
})

test('another company sees its own empty day, a technician and a stranger none', async () => {
  expect(await day(other.owner)).toMatchObject({ tasks: [], done: [], has_fleet: true })
  const borrowed = { userId: company.owner.userId, companyId: other.companyId }
  expect(await refusalOf(day(borrowed))).toMatchObject({ status: 401 })
  const technician = await addMember(database, company.companyId, 'technician')
  expect(await refusalOf(day(technician))).toMatchObject({ status: 403, code: 'forbidden' })
  await expect(database.asAnon((sql) => sql`select public.list_day()`)).rejects.toThrow(/permission denied/)
})

test('a new company is told what is left before its first rental, until it is done or under way', async () => {
  const young = await foundCompany(database)
  const left = async () =>
    (await day(young.owner)).setup?.filter((entry) => !entry.is_done).map(({ step }) => step)
  const missing = async () => (await day(young.owner)).setup?.flatMap((entry) => entry.missing)
  const opening = async () =>
    (await day(young.owner)).setup?.filter((entry) => entry.opens_site).map(({ step }) => step)
  expect(await left()).toEqual([
    'fleet',
    'prices',
    'company',
    'places',
    'extras',
    'terms',
    'cards',
    'booking',
  ])
  expect(await missing()).toEqual(['address', 'uid', 'iban'])
  expect(await opening()).toEqual(['prices', 'company', 'places', 'terms'])
  await database.as(young.owner, async (sql) => {
    await sql`select public.import_fleet(${sql.json(fleetRows())})`
    await sql`update public.companies set street = 'Seestrasse', postal_code = '8002', town = 'Zürich', iban = 'CH4431999123000889012'`
  })
  expect(await missing()).toEqual(['uid'])
  await database.as(young.owner, (sql) => sql`update public.companies set vat_registered = false`)
  expect(await left()).toEqual(['places', 'extras', 'terms', 'cards', 'booking'])
  await database.as(young.owner, async (sql) => {
    await sql`update public.locations set street = 'Seestrasse', postal_code = '8002', town = 'Zürich' where company_id = ${young.companyId}`
    await sql`update public.extras set price_rappen = price_rappen where company_id = ${young.companyId}`
  })
  await connectAccount(database, young, 'acct_young')
  expect(await left()).toEqual(['terms', 'booking'])
  expect((await day(await addMember(database, young.companyId, 'staff'))).setup).toBeNull()
  await database.asPostgres((sql) => sql`delete from public.rates where company_id = ${young.companyId}`)
  expect(await left()).toEqual(['prices', 'terms', 'booking'])
  // Whoever has handed over a vehicle needs nobody to tell them, unless their booking site is closed.
  expect((await day(company.owner)).setup).toBeNull()
  await database.as(company.owner, (sql) => sql`update public.companies set uid_number = null`)
  expect((await day(company.owner)).setup).toEqual([
    { step: 'company', is_done: false, missing: ['uid'], opens_site: true },
  ])
  await openSite(database, company)
})

test('a company that rents no vehicles is asked for nothing of a rental', async () => {
  const userId = await database.createUser()
  const [row] = await database.as(
    { userId },
    (sql) =>
      sql`select public.sign_up_company('Putzteam', ${`c-${randomUUID().slice(0, 8)}`}, 'Olivia Owner', '{services}') as id`,
  )
  expect((await day({ userId, companyId: String(row?.id) })).setup).toBeNull()
})
