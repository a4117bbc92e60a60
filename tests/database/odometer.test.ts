import { beforeAll, expect, test } from 'vitest'
import { addMember } from './support/companies.ts'
import { freshDatabase } from './support/database.ts'
import { foundRentalCompany, freeSlots, type RentalCompany, vehicleOf } from './support/fleet.ts'
import { refusalOf } from './support/refusals.ts'
import { bookAndPay, handOver, takeBack } from './support/rentals.ts'

/** What a vehicle has driven only grows, unless somebody says why. */
const database = freshDatabase()
let company: RentalCompany

beforeAll(async () => {
  company = await foundRentalCompany(database)
})

const slot = freeSlots(() => company)
const correct = (vehicleId: string, km: number, reason: string | null, caller = company.owner) =>
  database.as(caller, (sql) => sql`select public.correct_odometer(${vehicleId}, ${km}, ${reason})`)
const odometerOf = async (vehicleId: string) => {
  const [row] = await database.asPostgres(
    (sql) => sql`select odometer_km as km from public.vehicles where id = ${vehicleId}`,
  )
  return row?.km as number
}
const readingsOf = (vehicleId: string) =>
  database.as(
    company.owner,
    (sql) =>
      sql`select km, source, reason from public.odometer_readings where vehicle_id = ${vehicleId} order by nth`,
  )

test('each reading of a rental is kept, beginning with the first one known', async () => {
  const wish = slot()
  const first = await odometerOf(wish.vehicleId)
  const pickup = await handOver(database, company.owner, (await bookAndPay(database, company, wish)).id)
  await takeBack(database, company.owner, pickup, { drivenKm: 321 })
  expect([...(await readingsOf(wish.vehicleId))]).toEqual([
    { km: first, source: 'first', reason: null },
    { km: first, source: 'pickup', reason: null },
    { km: first + 321, source: 'return', reason: null },
  ])
})

test('a correction goes either way and says why', async () => {
  const { id } = vehicleOf(company, 5)
  const km = await odometerOf(id)
  await correct(id, km + 900_000, 'Tippfehler')
  await correct(id, km - 10, '  Tacho ersetzt  ')
  expect(await odometerOf(id)).toBe(km - 10)
  expect((await readingsOf(id)).at(-1)).toEqual({
    km: km - 10,
    source: 'correction',
    reason: 'Tacho ersetzt',
  })
})

test('without a reason there is no correction', async () => {
  const { id } = vehicleOf(company, 6)
  for (const reason of [null, '', '  ', 'x']) {
    expect(await refusalOf(correct(id, 1, reason))).toMatchObject({ status: 422, code: 'reason_missing' })
  }
  expect(await refusalOf(correct(id, -1, 'A reason'))).toMatchObject({ status: 422, code: 'invalid_input' })
  expect(await refusalOf(correct(id, 4_000_000, 'A reason'))).toMatchObject({
    status: 422,
    code: 'invalid_input',
  })
})

test('not even the database’s owner turns it back on the quiet', async () => {
  const { id } = vehicleOf(company, 7)
  const km = await odometerOf(id)
  const back = database.asPostgres(
    (sql) => sql`update public.vehicles set odometer_km = ${km - 1} where id = ${id}`,
  )
  expect(await refusalOf(back)).toMatchObject({
    status: 422,
    code: 'odometer_backwards',
    details: { known_km: km },
  })
  await correct(id, km - 5, 'Ablesefehler')
  // The permission of a correction ends with the next reading.
  const again = database.asPostgres(
    (sql) => sql`update public.vehicles set odometer_km = ${km - 9} where id = ${id}`,
  )
  expect(await refusalOf(again)).toMatchObject({ status: 422, code: 'odometer_backwards' })
})

test('readings are never rewritten', async () => {
  const { id } = vehicleOf(company, 8)
  // One after the other: a refusal that nobody waits for yet is an error of its own.
  const change = database.asPostgres(
    (sql) => sql`update public.odometer_readings set km = 1 where vehicle_id = ${id}`,
  )
  expect(await refusalOf(change)).toMatchObject({ code: 'append_only' })
  const removal = database.asPostgres(
    (sql) => sql`delete from public.odometer_readings where vehicle_id = ${id}`,
  )
  expect(await refusalOf(removal)).toMatchObject({ code: 'append_only' })
})

test('the desk, viewers and other companies correct nothing', async () => {
  const { id } = vehicleOf(company, 9)
  for (const role of ['staff', 'viewer'] as const) {
    const caller = await addMember(database, company.companyId, role)
    expect(await refusalOf(correct(id, 1, 'A reason', caller))).toMatchObject({ status: 403 })
  }
  const other = await foundRentalCompany(database)
  expect(await refusalOf(correct(id, 1, 'A reason', other.owner))).toMatchObject({
    status: 404,
    code: 'not_found',
  })
  expect(
    await database.as(
      other.owner,
      (sql) => sql`select from public.odometer_readings where vehicle_id = ${id}`,
    ),
  ).toHaveLength(0)
  const direct = database.as(
    company.owner,
    (sql) => sql`update public.vehicles set odometer_km = 999999 where id = ${id}`,
  )
  expect(await refusalOf(direct)).toMatchObject({ status: 403 })
})

test('a correction stands in the trail with its author', async () => {
  const { id } = vehicleOf(company, 10)
  const km = await odometerOf(id)
  await correct(id, km + 1, 'Ablesefehler')
  const [row] = await database.as(
    company.owner,
    (sql) => sql`
      select before, after, actor_user_id from public.audit_log where table_name = 'vehicles' and record_id = ${id} order by id desc limit 1`,
  )
  expect(row).toEqual({
    before: { odometer_km: km },
    after: { odometer_km: km + 1 },
    actor_user_id: company.owner.userId,
  })
})
