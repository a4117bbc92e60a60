import { beforeEach, expect, test } from 'vitest'
import { addMember } from './support/companies.ts'
import { type Caller, freshDatabase } from './support/database.ts'
import { foundRentalCompany, type RentalCompany } from './support/fleet.ts'
import { refusalOf } from './support/refusals.ts'
import { bookAtDesk, handOver, takeBack } from './support/rentals.ts'

/** What comes back is dirty: nobody is promised it before it is ready, and who waits for it is told when that takes long. */
const database = freshDatabase()
const HOUR = 3_600_000
let company: RentalCompany
let staff: Caller

// Which vehicles a test takes is chance: each takes them from a fleet of its own.
beforeEach(async () => {
  company = await foundRentalCompany(database)
  staff = await addMember(database, company.companyId, 'staff')
})

/** Two vehicles of one category and place. */
async function pair() {
  const [category] = await database.asPostgres(
    (sql) => sql`
    select category_id as id, array_agg(id order by id) as "vehicleIds" from public.vehicles where company_id = ${company.companyId}
    group by category_id, location_id having count(*) between 2 and 3 order by 1 limit 1`,
  )
  const [first, second] = (category?.vehicleIds ?? []) as string[]
  if (!category || !first || !second) throw new Error('The fleet has no two vehicles alike.')
  return { categoryId: category.id as string, first, second }
}

const inHours = (hours: number) => new Date(Date.now() + hours * HOUR).toISOString()

/** A vehicle that was out and has just come back. */
async function comeBack(vehicleId: string) {
  const booking = await bookAtDesk(database, company.owner, {
    vehicleId,
    startsAt: inHours(0.02),
    endsAt: inHours(0.5),
  })
  const pickup = await handOver(database, company.owner, booking.id)
  await takeBack(database, company.owner, pickup)
  return pickup
}

const state = (vehicleId: string) =>
  database.asPostgres(async (sql) => {
    const [row] = await sql`
      select v.status::text, exists (select from public.washes w where w.vehicle_id = v.id and w.ready_at is null) as "isOpen",
        (select jsonb_agg(jsonb_build_object('kind', a.source_kind, 'minutes', round(extract(epoch from upper(a.period) - now()) / 60)) order by a.period)
          from public.allocations a where a.resource_id = v.id and a.active and upper(a.period) > now() + interval '1 second') as ahead
      from public.vehicles v where v.id = ${vehicleId}`
    return row as unknown as {
      status: string
      isOpen: boolean
      ahead: { kind: string; minutes: number }[] | null
    }
  })

/** As if the turnaround had begun two hours ago. */
const grow = (vehicleId: string) =>
  database.asPostgres(async (sql) => {
    await sql`update public.washes set due_at = now() - interval '1 hour' where vehicle_id = ${vehicleId} and ready_at is null`
    await sql`
      update public.allocations set active = false where resource_id = ${vehicleId} and active and source_kind in ('contract', 'cleaning')`
  })

const sweep = (vehicleId: string) =>
  database.asService(async (sql) => {
    const late = await sql`select vehicle_id from public.late_vehicles() where vehicle_id = ${vehicleId}`
    if (late.length === 0) return 'not late'
    const [row] = await sql`select public.keep_late_vehicle(${company.companyId}, ${vehicleId}) as warned`
    return row?.warned as number
  })

const ready = (caller: Caller, vehicleId: string) =>
  database.as(caller, (sql) => sql`select public.mark_vehicle_ready(${vehicleId})`)

const vehicleOfBooking = async (id: string) => {
  const [row] = await database.asPostgres(
    (sql) => sql`select vehicle_id from public.reservations where id = ${id}`,
  )
  return row?.vehicle_id as string
}

const told = (id: string) =>
  database.asPostgres(
    (sql) =>
      sql`select topic from public.outbox where key = ${id} and topic like '%vehicle_ready' order by topic`,
  )

const warnings = (id: string) =>
  database.asPostgres(
    (sql) =>
      sql`select topic from public.outbox where key = ${id} and topic like '%vehicle_late' order by topic`,
  )

test('a return opens a wash that keeps the vehicle for the turnaround buffer; ready frees it at once', async () => {
  const { first } = await pair()
  await comeBack(first)
  expect(await state(first)).toEqual({
    status: 'cleaning',
    isOpen: true,
    ahead: [{ kind: 'cleaning', minutes: 60 }],
  })
  const soon = { vehicleId: first, startsAt: inHours(0.2), endsAt: inHours(0.4) }
  expect(await refusalOf(bookAtDesk(database, company.owner, soon))).toMatchObject({
    code: 'not_available',
  })
  await ready(staff, first)
  expect(await state(first)).toEqual({ status: 'available', isOpen: false, ahead: null })
  expect(await bookAtDesk(database, company.owner, soon)).toMatchObject({ status: 'confirmed' })
})

test('others cannot mark it ready, and nobody twice', async () => {
  const { first } = await pair()
  const other = await foundRentalCompany(database)
  const viewer = await addMember(database, company.companyId, 'viewer')
  await comeBack(first)
  expect(await refusalOf(ready(viewer, first))).toMatchObject({ code: 'forbidden' })
  expect(await refusalOf(ready(other.owner, first))).toMatchObject({ code: 'not_found' })
  await ready(staff, first)
  expect(await refusalOf(ready(staff, first))).toMatchObject({ code: 'not_found' })
})

test('a wash that runs late keeps the vehicle, and a provisional booking goes to another one', async () => {
  const { categoryId, first, second } = await pair()
  await comeBack(first)
  await database.asPostgres(
    (sql) => sql`
    insert into public.allocations (company_id, resource_id, period, source_kind, source_id)
    select ${company.companyId}, id, tstzrange(now(), now() + interval '1 day'), 'calendar', gen_random_uuid()
    from public.vehicles where category_id = ${categoryId} and id <> all(${[first, second]})`,
  )
  await grow(first)
  const open = await bookAtDesk(database, company.owner, {
    categoryId,
    startsAt: inHours(0.5),
    endsAt: inHours(3),
  })
  await database.as(staff, async (sql) => {
    await sql`select public.assign_vehicle(${open.id}, ${first})`
    await sql`select public.assign_vehicle(${open.id})`
  })
  expect(await vehicleOfBooking(open.id)).toBe(first)
  expect(await sweep(first)).toBe(0)
  expect(await vehicleOfBooking(open.id)).toBe(second)
  expect((await state(first)).ahead).toEqual([{ kind: 'cleaning', minutes: 60 }])
  expect(await warnings(open.id)).toEqual([])
})

test('who was promised this very vehicle keeps it, and is warned once', async () => {
  const { first } = await pair()
  await comeBack(first)
  await grow(first)
  const next = await bookAtDesk(database, company.owner, {
    vehicleId: first,
    startsAt: inHours(0.5),
    endsAt: inHours(3),
  })
  expect(await sweep(first)).toBe(1)
  expect(await sweep(first)).toBe(1)
  expect(await vehicleOfBooking(next.id)).toBe(first)
  expect(await warnings(next.id)).toEqual([{ topic: 'mail.vehicle_late' }, { topic: 'sms.vehicle_late' }])
  const [kept] = (await state(first)).ahead ?? []
  expect(kept).toEqual({ kind: 'cleaning', minutes: 30 })
  const [facts] = await database.asService(
    (sql) =>
      sql`select public.reservation_facts(${company.companyId}, ${next.id}) ->> 'vehicle_ready' as ready`,
  )
  expect(facts?.ready).toBe('false')
  const unwarned = await bookAtDesk(database, company.owner, {
    vehicleId: first,
    startsAt: inHours(20),
    endsAt: inHours(22),
  })
  await ready(staff, first)
  expect(await sweep(first)).toBe('not late')
  expect(await told(next.id)).toEqual([{ topic: 'mail.vehicle_ready' }, { topic: 'sms.vehicle_ready' }])
  expect(await told(unwarned.id)).toEqual([])
})

test('a rental that is overdue keeps its vehicle, and the next customer is warned', async () => {
  const { first } = await pair()
  const booking = await bookAtDesk(database, company.owner, {
    vehicleId: first,
    startsAt: inHours(0.02),
    endsAt: inHours(0.5),
  })
  const { contractId } = await handOver(database, company.owner, booking.id)
  expect(await sweep(first)).toBe('not late')
  await database.asPostgres(async (sql) => {
    await sql`update public.contracts set starts_at = now() - interval '1 day', ends_at = now() - interval '2 hours' where id = ${contractId}`
    await sql`
      update public.allocations set period = tstzrange(now() - interval '1 day', now() - interval '1 hour') where source_id = ${contractId}`
  })
  const next = await bookAtDesk(database, company.owner, {
    vehicleId: first,
    startsAt: inHours(0.5),
    endsAt: inHours(3),
  })
  expect(await sweep(first)).toBe(1)
  expect((await state(first)).ahead).toEqual([
    { kind: 'contract', minutes: 30 },
    { kind: 'reservation', minutes: 240 },
  ])
  expect(await warnings(next.id)).toHaveLength(2)
})

test('a vehicle that leaves dirty has no wash any more', async () => {
  const { first } = await pair()
  await comeBack(first)
  await grow(first)
  const next = await bookAtDesk(database, company.owner, {
    vehicleId: first,
    startsAt: inHours(0.02),
    endsAt: inHours(3),
  })
  await handOver(database, company.owner, next.id)
  expect(await state(first)).toMatchObject({ status: 'rented', isOpen: false })
})
