import { beforeAll, expect, test } from 'vitest'
import { addMember } from './support/companies.ts'
import { type Caller, freshDatabase } from './support/database.ts'
import { foundRentalCompany, freeSlots, type RentalCompany } from './support/fleet.ts'
import { refusalOf } from './support/refusals.ts'
import { bookAndPay, handOver, newCustomer, periodIn, takeBack } from './support/rentals.ts'

/** Work on vehicles: planned like a booking, from the plan to the bill. */
const database = freshDatabase()
let company: RentalCompany
let other: RentalCompany
let manager: Caller

beforeAll(async () => {
  company = await foundRentalCompany(database)
  other = await foundRentalCompany(database)
  manager = await addMember(database, company.companyId, 'manager')
})

const slot = freeSlots(() => company)

type Plan = { vehicleId: string; startsAt?: string; endsAt?: string; kind?: string; dueKm?: number }

const plan = async (
  { vehicleId, startsAt, endsAt, kind = 'repair', dueKm }: Plan,
  { caller = manager, dryRun = false } = {},
) =>
  database.as(caller, async (sql) => {
    const [row] = await sql`
      select public.plan_maintenance(${vehicleId}, ${kind}::text::public.maintenance_kind, ${startsAt ?? null}::text::timestamptz,
        ${endsAt ?? null}::text::timestamptz, ${dueKm ?? null}, 'Garage Huber', 'Bremsen', ${dryRun}) as it`
    return row?.it as { maintenance_id: string; conflicts: unknown[]; moves: unknown[] }
  })
const start = (id: string, endsAt: string | null = null, caller = manager) =>
  database.as(caller, (sql) => sql`select public.start_maintenance(${id}, ${endsAt}::text::timestamptz)`)
const finish = (
  id: string,
  { cost = 48_000, km = null as number | null, next = null as string | null } = {},
) =>
  database.as(
    manager,
    (sql) => sql`select public.finish_maintenance(${id}, ${cost}, ${km}, null, ${next}::text::date)`,
  )
const cancel = (id: string, caller = manager) =>
  database.as(caller, (sql) => sql`select public.cancel_maintenance(${id})`)
const move = (id: string, startsAt: string | null, endsAt: string, dryRun = false) =>
  database.as(manager, async (sql) => {
    const [row] = await sql`
      select public.move_maintenance(${id}, ${startsAt}::text::timestamptz, ${endsAt}::text::timestamptz, ${dryRun}) as it`
    return row?.it as { conflicts: Record<string, unknown>[] }
  })

const stateOf = (id: string) =>
  database.asPostgres(async (sql) => {
    const [row] = await sql`
      select m.status, v.status as vehicle, m.cost_rappen::int as cost, m.odometer_km as km,
        (select count(*)::int from public.allocations a where a.source_id = m.id and a.active) as occupied,
        (select count(*)::int from public.allocations a where a.source_id = m.id and a.active and upper(a.period) > now()) as ahead
      from public.maintenance m join public.vehicles v on v.id = m.vehicle_id where m.id = ${id}`
    return row
  })
const isFree = async (vehicleId: string, { startsAt, endsAt }: { startsAt: string; endsAt: string }) =>
  database.as(manager, async (sql) => {
    const [row] = await sql`
      select public.search_availability(${startsAt}::text::timestamptz, ${endsAt}::text::timestamptz) @> ${sql.json([{ vehicle_id: vehicleId }])} as free`
    return row?.free as boolean
  })
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()
/** A vehicle without anything in its calendar near now. */
const idleVehicle = () => slot().vehicleId

test('a planned period occupies the vehicle, and a cancelled one frees it', async () => {
  const wish = slot()
  const { maintenance_id: id } = await plan(wish)
  expect(await stateOf(id)).toMatchObject({ status: 'planned', vehicle: 'available', occupied: 1 })
  expect(await isFree(wish.vehicleId, wish)).toBe(false)
  expect(await refusalOf(bookAndPay(database, company, wish))).toMatchObject({
    status: 409,
    code: 'not_available',
  })
  await cancel(id)
  await cancel(id)
  expect(await stateOf(id)).toMatchObject({ status: 'cancelled', occupied: 0 })
  expect(await isFree(wish.vehicleId, wish)).toBe(true)
})

test('a promise to a customer stands: who is in the way is shown before and told after', async () => {
  const wish = slot()
  const booking = await bookAndPay(database, company, wish)
  const expected = {
    kind: 'reservation',
    number: booking.number,
    customer: 'Anna Muster',
    reservation_id: booking.id,
  }
  const shown = await plan(wish, { dryRun: true })
  expect(shown).toMatchObject({ maintenance_id: null, conflicts: [expected] })
  const refusal = await refusalOf(plan(wish))
  expect(refusal).toMatchObject({ status: 409, code: 'vehicle_occupied', details: { conflicts: [expected] } })
  const [count] = await database.asPostgres(
    (sql) => sql`select count(*)::int as n from public.maintenance where vehicle_id = ${wish.vehicleId}`,
  )
  expect(count?.n).toBe(0)
})

/** A category at a place where it has several vehicles, and how many. */
async function pool() {
  const [row] = await database.asPostgres(
    (sql) => sql`
      select category_id, location_id, count(*)::int as size from public.vehicles where company_id = ${company.companyId}
      group by 1, 2 having count(*) > 1 order by 3, 1, 2 limit 1`,
  )
  return row as unknown as { category_id: string; location_id: string; size: number }
}

/** Books any vehicle of a category, for pickup at a place. */
const bookCategory = async (period: { startsAt: string; endsAt: string }) => {
  const { category_id, location_id } = await pool()
  return database.as(manager, async (sql) => {
    const [row] = await sql`
      select public.create_reservation(${period.startsAt}::text::timestamptz, ${period.endsAt}::text::timestamptz, p_category_id => ${category_id},
        p_pickup_location_id => ${location_id}, p_customer => ${sql.json(newCustomer())}) as it`
    return row?.it as { id: string; number: string; vehicle_id: string }
  })
}

test('who has booked a category only makes way: shown before, done after', async () => {
  const period = periodIn(700)
  const booking = await bookCategory(period)
  const vehicleOfBooking = () =>
    database.asPostgres(async (sql) => {
      const [row] = await sql`
        select r.vehicle_id as id, v.plate from public.reservations r join public.vehicles v on v.id = r.vehicle_id where r.id = ${booking.id}`
      return row as unknown as { id: string; plate: string }
    })
  const before = await vehicleOfBooking()
  const shown = await plan({ vehicleId: before.id, ...period }, { dryRun: true })
  expect(shown).toMatchObject({
    conflicts: [],
    moves: [
      { reservation_id: booking.id, number: booking.number, customer: 'Anna Muster', from: before.plate },
    ],
  })
  expect(await vehicleOfBooking()).toEqual(before)
  const done = await plan({ vehicleId: before.id, ...period })
  const after = await vehicleOfBooking()
  expect(after.id).not.toBe(before.id)
  expect(done.moves).toMatchObject([{ reservation_id: booking.id, to: after.plate }])
})

test('where nobody can make way any more, the work is refused', async () => {
  const period = periodIn(720)
  const { size } = await pool()
  for (let nth = 1; nth < size; nth++) await bookCategory(period)
  const last = await bookCategory(period)
  expect(await refusalOf(plan({ vehicleId: last.vehicle_id, ...period }))).toMatchObject({
    status: 409,
    code: 'vehicle_occupied',
    details: { conflicts: [{ kind: 'reservation', number: last.number }] },
  })
})

test('a dry run of a free period writes nothing', async () => {
  const wish = slot()
  expect(await plan(wish, { dryRun: true })).toEqual({ maintenance_id: null, conflicts: [], moves: [] })
  expect(await isFree(wish.vehicleId, wish)).toBe(true)
})

test('an unpaid hold that has lapsed stands in nobody’s way', async () => {
  const wish = slot()
  const booking = await bookAndPay(database, company, wish)
  await database.asPostgres(
    (sql) =>
      sql`update public.allocations set expires_at = now() - interval '1 second' where source_id = ${booking.id}`,
  )
  expect((await plan(wish, { dryRun: true })).conflicts).toEqual([])
  await plan(wish)
})

test('work is moved; it keeps its place where the new one is taken', async () => {
  const wish = slot()
  const { maintenance_id: id } = await plan(wish)
  const later = periodIn(400)
  expect(await move(id, later.startsAt, later.endsAt, true)).toEqual({ conflicts: [], moves: [] })
  expect(await isFree(wish.vehicleId, later)).toBe(true)
  await move(id, later.startsAt, later.endsAt)
  expect(await isFree(wish.vehicleId, wish)).toBe(true)
  expect(await isFree(wish.vehicleId, later)).toBe(false)
  const booking = await bookAndPay(database, company, wish)
  const refusal = await refusalOf(move(id, wish.startsAt, wish.endsAt))
  expect(refusal).toMatchObject({
    code: 'vehicle_occupied',
    details: { conflicts: [{ reservation_id: booking.id }] },
  })
  expect(await isFree(wish.vehicleId, later)).toBe(false)
})

test('a move by an hour does not stand in its own way', async () => {
  const wish = slot()
  const { maintenance_id: id } = await plan(wish)
  const end = new Date(Date.parse(wish.endsAt) + 3_600_000).toISOString()
  expect(await move(id, wish.startsAt, end, true)).toEqual({ conflicts: [], moves: [] })
  await move(id, wish.startsAt, end)
  expect(await stateOf(id)).toMatchObject({ occupied: 1 })
})

test('from the plan to the bill: the vehicle is in the workshop, then back with cost and reading', async () => {
  const vehicleId = idleVehicle()
  const { maintenance_id: id } = await plan({ vehicleId, startsAt: inHours(1), endsAt: inHours(30) })
  await start(id)
  await start(id)
  expect(await stateOf(id)).toMatchObject({ status: 'in_progress', vehicle: 'maintenance', ahead: 1 })
  expect(await isFree(vehicleId, { startsAt: inHours(2), endsAt: inHours(4) })).toBe(false)
  const [known] = await database.asPostgres(
    (sql) => sql`select odometer_km as km from public.vehicles where id = ${vehicleId}`,
  )
  await finish(id, { cost: 123_450, km: known?.km + 12 })
  await finish(id, { cost: 123_450, km: known?.km + 12 })
  // Somebody else had the form open too and wrote down another bill: they hear that one is there.
  expect(await refusalOf(finish(id, { cost: 1 }))).toMatchObject({ status: 409, code: 'changed_meanwhile' })
  expect(await stateOf(id)).toMatchObject({
    status: 'done',
    vehicle: 'available',
    cost: 123_450,
    km: known?.km + 12,
    ahead: 0,
  })
  expect(await isFree(vehicleId, { startsAt: inHours(2), endsAt: inHours(4) })).toBe(true)
})

test('what is done without having been started is done all the same, and frees the days ahead', async () => {
  const wish = slot()
  const { maintenance_id: id } = await plan(wish)
  await finish(id)
  expect(await stateOf(id)).toMatchObject({ status: 'done', occupied: 0 })
})

test('work that is over neither begins again nor moves nor ends otherwise', async () => {
  const wish = slot()
  const { maintenance_id: done } = await plan(wish)
  await finish(done)
  const { maintenance_id: cancelled } = await plan(wish)
  await cancel(cancelled)
  const refused = { status: 409, code: 'invalid_transition' }
  expect(await refusalOf(start(done, inHours(5)))).toMatchObject(refused)
  expect(await refusalOf(cancel(done))).toMatchObject(refused)
  expect(await refusalOf(start(cancelled, inHours(5)))).toMatchObject(refused)
  expect(await refusalOf(finish(cancelled))).toMatchObject(refused)
  expect(await refusalOf(move(cancelled, inHours(1), inHours(5)))).toMatchObject(refused)
})

test('a vehicle that is out with a customer, or in the workshop already, does not go there', async () => {
  const wish = slot()
  const booking = await bookAndPay(database, company, wish)
  const pickup = await handOver(database, company.owner, booking.id)
  const { maintenance_id: id } = await plan({ vehicleId: wish.vehicleId, dueKm: 90_000 })
  expect(await refusalOf(start(id, inHours(3)))).toMatchObject({ status: 409, code: 'vehicle_rented' })
  await takeBack(database, company.owner, pickup)
  await start(id, inHours(3))
  const { maintenance_id: second } = await plan({ vehicleId: wish.vehicleId, dueKm: 95_000 })
  expect(await refusalOf(start(second, inHours(9)))).toMatchObject({
    status: 409,
    code: 'vehicle_in_workshop',
  })
  // It went there unwashed: the workshop washes nothing.
  await finish(id)
  expect(await stateOf(id)).toMatchObject({ status: 'done', vehicle: 'cleaning' })
})

test('work for an odometer reading occupies nothing until it begins, and then needs an end', async () => {
  const vehicleId = idleVehicle()
  const { maintenance_id: id } = await plan({ vehicleId, dueKm: 80_000 })
  expect(await stateOf(id)).toMatchObject({ status: 'planned', occupied: 0 })
  expect(await refusalOf(start(id))).toMatchObject({ status: 422, code: 'invalid_period' })
  await start(id, inHours(4))
  expect(await stateOf(id)).toMatchObject({ status: 'in_progress', occupied: 1 })
  await finish(id)
})

test('work under way gets a new end, never a new beginning', async () => {
  const vehicleId = idleVehicle()
  const { maintenance_id: id } = await plan({ vehicleId, startsAt: inHours(1), endsAt: inHours(5) })
  await start(id)
  await move(id, inHours(3), inHours(50))
  const [row] = await database.asPostgres(
    (sql) =>
      sql`select starts_at <= now() as begun, ends_at > now() + interval '49 hours' as longer from public.maintenance where id = ${id}`,
  )
  expect(row).toEqual({ begun: true, longer: true })
  await cancel(id)
  expect(await stateOf(id)).toMatchObject({ status: 'cancelled', vehicle: 'available', ahead: 0 })
})

test.each([
  ['no date and no reading', {}, 'maintenance_without_date'],
  ['an end before the beginning', { startsAt: inHours(9), endsAt: inHours(5) }, 'invalid_period'],
  ['a beginning without an end', { startsAt: inHours(9) }, 'invalid_period'],
  ['more than a year', { startsAt: inHours(9), endsAt: inHours(24 * 400) }, 'invalid_period'],
  ['a period that is over', { startsAt: inHours(-9), endsAt: inHours(-5) }, 'end_in_past'],
  ['infinity', { startsAt: inHours(9), endsAt: 'infinity' }, 'invalid_period'],
  ['a reading below nothing', { dueKm: -1 }, 'invalid_input'],
])('a plan with %s is refused', async (_, wish, code) => {
  expect(await refusalOf(plan({ vehicleId: idleVehicle(), ...wish }))).toMatchObject({ status: 422, code })
})

test('a finished service sets the next one by the vehicle’s intervals', async () => {
  const vehicleId = idleVehicle()
  const [vehicle] = await database.as(
    manager,
    (sql) => sql`
      update public.vehicles set service_interval_km = 15000, service_interval_months = 12 where id = ${vehicleId} returning odometer_km as km`,
  )
  const { maintenance_id: id } = await plan({ vehicleId, kind: 'service', dueKm: 50_000 })
  await finish(id, { km: vehicle?.km + 100 })
  const [row] = await database.asPostgres(
    (sql) => sql`
      select next_service_km as km, next_service_on = ((now() at time zone 'Europe/Zurich')::date + interval '12 months')::date as in_a_year
      from public.vehicles where id = ${vehicleId}`,
  )
  expect(row).toEqual({ km: vehicle?.km + 15_100, in_a_year: true })
})

test('a passed inspection moves its date', async () => {
  const vehicleId = idleVehicle()
  const { maintenance_id: id } = await plan({
    vehicleId,
    kind: 'inspection',
    startsAt: inHours(3),
    endsAt: inHours(5),
  })
  await finish(id, { next: '2029-05-31' })
  const [row] = await database.asPostgres(
    (sql) => sql`select inspection_due_on::text as due from public.vehicles where id = ${vehicleId}`,
  )
  expect(row?.due).toBe('2029-05-31')
})

test('work of last month is entered afterwards, with a reading that is lower than today’s', async () => {
  const vehicleId = idleVehicle()
  const record = (doneOn: string, km: number) =>
    database.as(
      manager,
      (sql) =>
        sql`select public.record_maintenance(${vehicleId}, 'tyres', ${doneOn}::text::date, 64000, ${km}, 'Pneu Egger', null)`,
    )
  const [vehicle] = await database.asPostgres(
    (sql) => sql`select odometer_km as km from public.vehicles where id = ${vehicleId}`,
  )
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
  await record(day(-30), vehicle?.km - 500)
  const [after] = await database.asPostgres(
    (sql) => sql`
      select odometer_km as km, (select count(*)::int from public.allocations where resource_id = ${vehicleId} and source_kind = 'maintenance') as occupied
      from public.vehicles where id = ${vehicleId}`,
  )
  expect(after).toEqual({ km: vehicle?.km, occupied: 0 })
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Zurich' }).format(new Date())
  expect(await refusalOf(record(today, vehicle?.km - 500))).toMatchObject({
    status: 422,
    code: 'odometer_backwards',
  })
  expect(await refusalOf(record(day(3), vehicle?.km))).toMatchObject({ status: 422, code: 'done_in_future' })
})

test('viewers and the desk look on, and another company sees nothing', async () => {
  const wish = slot()
  const { maintenance_id: id } = await plan(wish)
  for (const role of ['viewer', 'staff'] as const) {
    const caller = await addMember(database, company.companyId, role)
    const [row] = await database.as(
      caller,
      (sql) => sql`select status from public.maintenance where id = ${id}`,
    )
    expect(row).toEqual({ status: 'planned' })
    expect(await refusalOf(plan(slot(), { caller }))).toMatchObject({ status: 403, code: 'forbidden' })
    expect(await refusalOf(start(id, null, caller))).toMatchObject({ status: 403 })
    expect(await refusalOf(cancel(id, caller))).toMatchObject({ status: 403 })
  }
  expect(
    await database.as(other.owner, (sql) => sql`select from public.maintenance where id = ${id}`),
  ).toHaveLength(0)
  expect(await refusalOf(start(id, null, other.owner))).toMatchObject({ status: 404, code: 'not_found' })
  expect(await refusalOf(cancel(id, other.owner))).toMatchObject({ status: 404, code: 'not_found' })
  expect(await refusalOf(plan(wish, { caller: other.owner }))).toMatchObject({
    status: 404,
    code: 'not_found',
  })
  const direct = database.as(
    manager,
    (sql) => sql`update public.maintenance set cost_rappen = 1 where id = ${id}`,
  )
  expect(await refusalOf(direct)).toMatchObject({ status: 403 })
})
