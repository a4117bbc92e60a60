import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { addMember } from '../support/companies.ts'
import { freshDatabase } from '../support/database.ts'
import { foundRentalCompany, freeSlots, type RentalCompany, vehicleOf } from '../support/fleet.ts'
import { refusalOf } from '../support/refusals.ts'
import { bookAndPay, driver, handOver, periodIn, signatures, startPickup, step } from '../support/rentals.ts'

/** What the server makes of steps that phones bring late, twice, after others, or with a wrong clock. */
const database = freshDatabase()
let company: RentalCompany
beforeAll(async () => {
  company = await foundRentalCompany(database)
})
const slot = freeSlots(() => company)
const HOUR = 3_600_000
const ago = (hours: number) => new Date(Date.now() - hours * HOUR).toISOString()

async function begun() {
  const wish = slot()
  const { id } = await bookAndPay(database, company, wish)
  const pickup = await database.as(company.owner, (sql) => startPickup(sql, id))
  return { ...pickup, reservationId: id, vehicleId: wish.vehicleId }
}
const mark = (handoverId: string, id: string, kind: string, by = step()) =>
  database.as(
    company.owner,
    (sql) => sql`
      select public.mark_damage(${handoverId}, ${id}, 'left', 0.5, 0.5, ${kind}, 'minor', null, 0, ${sql.json(by)})`,
  )
const complete = (
  { handoverId, odometerKm }: { handoverId: string; odometerKm: number },
  by = step(),
  caller = company.owner,
) =>
  database.as(
    caller,
    (sql) => sql`
      select public.complete_pickup(${handoverId}, ${sql.json({ odometer_km: odometerKm, fuel_percent: 100 })}, ${sql.json(driver)},
        ${sql.json(signatures(company.companyId))}, 'cash', null, null, ${sql.json(by)})`,
  )
const damageOf = (handoverId: string) =>
  database.as(company.owner, (sql) => sql`select kind from public.damages where handover_id = ${handoverId}`)

test('a step that comes twice, late or at once, is done once', async () => {
  const { handoverId } = await begun()
  const id = randomUUID()
  const first = step()
  await mark(handoverId, id, 'dent', first)
  await mark(handoverId, id, 'crack', step({ nth: 2 }))
  await mark(handoverId, id, 'dent', first)
  expect([...(await damageOf(handoverId))]).toEqual([{ kind: 'crack' }])
  await database.as(
    company.owner,
    (sql) => sql`select public.remove_damage(${handoverId}, ${id}, ${sql.json(step({ nth: 3 }))})`,
  )
  await mark(handoverId, id, 'dent', first)
  expect(await damageOf(handoverId)).toHaveLength(0)
  const other = step({ nth: 4 })
  await Promise.all([1, 2, 3, 4, 5].map(() => mark(handoverId, randomUUID(), 'chip', other)))
  expect(await damageOf(handoverId)).toHaveLength(1)
})

test('a completion that comes twice is one, even beside itself', async () => {
  const pickup = await begun()
  const by = step()
  await Promise.all([1, 2, 3].map(() => complete(pickup, by)))
  await complete(pickup, by)
  const [row] = await database.asPostgres(
    (sql) => sql`
      select (select count(*)::int from public.signatures where handover_id = ${pickup.handoverId}) as signatures,
        (select count(*)::int from public.deposits where contract_id = ${pickup.contractId}) as deposits`,
  )
  expect(row).toEqual({ signatures: 1, deposits: 1 })
})

test('what somebody else completed meanwhile is told with name and time', async () => {
  const pickup = await begun()
  const colleague = await addMember(database, company.companyId, 'staff')
  await complete(pickup, step(), colleague)
  const refusal = {
    status: 409,
    code: 'handover_completed',
    details: { by: 'staff', at: expect.any(String) },
  }
  expect(await refusalOf(complete(pickup))).toMatchObject(refusal)
  expect(await refusalOf(mark(pickup.handoverId, randomUUID(), 'dent'))).toMatchObject(refusal)
})

test('a contract that was cancelled meanwhile takes nothing any more', async () => {
  const pickup = await begun()
  await database.asPostgres(
    (sql) => sql`update public.contracts set status = 'cancelled' where id = ${pickup.contractId}`,
  )
  expect(await refusalOf(mark(pickup.handoverId, randomUUID(), 'dent'))).toMatchObject({
    status: 409,
    code: 'contract_cancelled',
  })
})

test('another vehicle than the one planned by now is refused with both plates, unless the phone insists', async () => {
  const period = periodIn(60)
  const [planned, taken] = [vehicleOf(company, 38), vehicleOf(company, 39)]
  const { id } = await bookAndPay(database, company, { ...period, vehicleId: planned.id })
  const begin = (fields: Parameters<typeof step>[0]) =>
    database.as(
      company.owner,
      (sql) => sql`select public.start_pickup(${id}, ${sql.json(step({ vehicle_id: taken.id, ...fields }))})`,
    )
  expect(await refusalOf(begin({}))).toMatchObject({
    status: 409,
    code: 'vehicle_changed',
    details: { plate: planned.plate, handed_over: taken.plate },
  })
  await begin({ keeps_vehicle: true })
  const [row] = await database.as(
    company.owner,
    (sql) => sql`select vehicle_id from public.contracts where reservation_id = ${id}`,
  )
  expect(row?.vehicle_id).toBe(taken.id)
})

test('who came back in time is not late for want of a network', async () => {
  const { id } = await bookAndPay(database, company, slot())
  const { contractId, odometerKm } = await handOver(database, company.owner, id)
  await database.asPostgres(
    (sql) => sql`
      update public.contracts set starts_at = now() - interval '3 days', ends_at = now() - interval '5 hours', picked_up_at = now() - interval '3 days' where id = ${contractId}`,
  )
  await database.as(company.owner, async (sql) => {
    const [opened] = await sql`select public.start_return(${contractId}) ->> 'handover_id' as id`
    await sql`
      select public.complete_return(${opened?.id}, ${sql.json({ odometer_km: odometerKm, fuel_percent: 100 })}, ${sql.json(signatures(company.companyId))},
        null, null, ${sql.json(step({ device_at: ago(6) }))})`
  })
  const lines = await database.as(
    company.owner,
    (sql) =>
      sql`select kind from public.contract_lines where contract_id = ${contractId} and position >= 100`,
  )
  expect(lines).toHaveLength(0)
  const [row] = await database.asPostgres(
    (sql) => sql`
      select c.returned_at < now() - interval '5 hours' as was_in_time, h.completed_at = c.returned_at and s.signed_at = c.returned_at as is_one_time,
        least(h.received_at, s.received_at) > now() - interval '1 hour' as is_heard_now
      from public.contracts c join public.handovers h on h.contract_id = c.id and h.kind = 'return' join public.signatures s on s.handover_id = h.id where c.id = ${contractId}`,
  )
  expect(row).toEqual({ was_in_time: true, is_one_time: true, is_heard_now: true })
})

test.each([
  ['a day slow, measured before', { device_at: ago(25), sent_at: ago(24), clock_offset_ms: 24 * HOUR }],
  ['a day fast, measured before', { device_at: ago(-23), sent_at: ago(-24), clock_offset_ms: -24 * HOUR }],
  ['a day slow, never measured', { device_at: ago(25), sent_at: ago(24), clock_offset_ms: null }],
  ['put right before sending', { device_at: ago(25), sent_at: ago(0), clock_offset_ms: 24 * HOUR }],
])('a clock %s leads to the true time, an hour ago; what it said stays', async (_, fields) => {
  const { handoverId } = await begun()
  const by = step(fields)
  await mark(handoverId, randomUUID(), 'dent', by)
  const [row] = await database.as(
    company.owner,
    (sql) => sql`select happened_at, device_at from public.handover_steps where id = ${by.id as string}`,
  )
  expect(Math.abs(row?.happened_at - Date.parse(ago(1)))).toBeLessThan(60_000)
  expect(row?.device_at.toISOString()).toBe(fields.device_at)
})

test('no clock leads into the future, nor years back', async () => {
  const { handoverId } = await begun()
  const [future, past] = [step({ device_at: ago(-48) }), step({ device_at: ago(24 * 400), nth: 2 })]
  await mark(handoverId, randomUUID(), 'dent', future)
  await mark(handoverId, randomUUID(), 'dent', past)
  const [row] = await database.as(
    company.owner,
    (sql) => sql`
      select max(happened_at) <= now() as not_ahead, min(happened_at) > now() - interval '15 days' as not_long_ago
      from public.handover_steps where handover_id = ${handoverId}`,
  )
  expect(row).toEqual({ not_ahead: true, not_long_ago: true })
})

test.each([
  ['without its id', { id: null }],
  ['with a list for an id', { id: [] }],
  ['before the first', { nth: 0 }],
  ['without a device', { device_id: null }],
  ['at no time', { device_at: 'at noon' }],
  ['with a clock off for ages', { clock_offset_ms: 1e300 }],
])('a step %s is refused as input', async (_, fields) => {
  const { handoverId } = await begun()
  expect(await refusalOf(mark(handoverId, randomUUID(), 'dent', step(fields)))).toMatchObject({
    status: 422,
    code: 'invalid_input',
  })
})

test('steps are never rewritten, and seen by members alone', async () => {
  const { handoverId } = await begun()
  await mark(handoverId, randomUUID(), 'dent')
  const change = database.asPostgres(
    (sql) => sql`update public.handover_steps set nth = 9 where handover_id = ${handoverId}`,
  )
  expect(await refusalOf(change)).toMatchObject({ code: 'append_only' })
  const other = await foundRentalCompany(database)
  expect(
    await database.as(
      other.owner,
      (sql) => sql`select from public.handover_steps where handover_id = ${handoverId}`,
    ),
  ).toHaveLength(0)
  expect(
    await refusalOf(
      database.as(
        other.owner,
        (sql) => sql`
    select public.remove_damage(${handoverId}, ${randomUUID()}, ${sql.json(step())})`,
      ),
    ),
  ).toMatchObject({
    status: 404,
    code: 'not_found',
  })
  const viewer = await addMember(database, company.companyId, 'viewer')
  expect(
    await refusalOf(
      database.as(
        viewer,
        (sql) => sql`
    select public.remove_damage(${handoverId}, ${randomUUID()}, ${sql.json(step())})`,
      ),
    ),
  ).toMatchObject({ status: 403 })
})

test('nothing comes back that never went out', async () => {
  const { contractId } = await begun()
  const back = database.as(
    company.owner,
    (sql) => sql`select public.start_return(${contractId}, ${sql.json(step())})`,
  )
  expect(await refusalOf(back)).toMatchObject({ status: 409, code: 'invalid_transition' })
})

test('a photo of another handover is not taken over', async () => {
  const [one, two] = [await begun(), await begun()]
  const photo = randomUUID()
  const path = `${company.companyId}/handovers/${photo}.jpg`
  const add = (handoverId: string) =>
    database.as(
      company.owner,
      (sql) => sql`
        select public.add_handover_photo(${handoverId}, ${photo}, 'front', ${path}, ${path}, ${'b'.repeat(64)}, 16, 12, 300, now(), ${sql.json(step())})`,
    )
  await add(one.handoverId)
  expect(await refusalOf(add(two.handoverId))).toMatchObject({ status: 409, code: 'already_exists' })
})

test('a return without its customer is signed by staff, and the customer hears of it once', async () => {
  const { id } = await bookAndPay(database, company, slot())
  const { contractId, odometerKm } = await handOver(database, company.owner, id)
  const handoverId = await database.as(company.owner, async (sql) => {
    const [opened] = await sql`select public.start_return(${contractId}) ->> 'handover_id' as id`
    return opened?.id as string
  })
  const end = (signer: string, isAbsent: boolean, by = step()) =>
    database.as(
      company.owner,
      (sql) => sql`
        select public.complete_return(${handoverId},
          ${sql.json({ odometer_km: odometerKm, fuel_percent: 100, checklist: { customer_absent: isAbsent } })},
          ${sql.json(signatures(company.companyId).map((one) => ({ ...(one as object), signer })))}, null, null, ${sql.json(by)})`,
    )
  const missing = { status: 422, code: 'signature_missing' }
  expect(await refusalOf(end('customer', true))).toMatchObject(missing)
  expect(await refusalOf(end('staff', false))).toMatchObject(missing)
  const by = step()
  await end('staff', true, by)
  await end('staff', true, by)
  const queued = await database.asPostgres(
    (sql) =>
      sql`select payload from public.outbox where topic = 'mail.vehicle_returned' and key = ${handoverId}`,
  )
  expect([...queued]).toEqual([{ payload: { reservation_id: id } }])
})

test('a pickup is never without its customer', async () => {
  const { handoverId, odometerKm } = await begun()
  const end = database.as(
    company.owner,
    (sql) => sql`
      select public.complete_pickup(${handoverId},
        ${sql.json({ odometer_km: odometerKm, fuel_percent: 100, checklist: { customer_absent: true } })}, ${sql.json(driver)},
        ${sql.json(signatures(company.companyId).map((one) => ({ ...(one as object), signer: 'staff' })))}, 'cash', null, null, ${sql.json(step())})`,
  )
  expect(await refusalOf(end)).toMatchObject({ status: 422, code: 'signature_missing' })
})
