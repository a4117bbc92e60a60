import { beforeAll, expect, test } from 'vitest'
import { addMember } from './support/companies.ts'
import { freshDatabase } from './support/database.ts'
import { foundRentalCompany, freeSlots, type RentalCompany } from './support/fleet.ts'
import { refusalOf } from './support/refusals.ts'
import { bookAndPay, handOver, takeBack } from './support/rentals.ts'

/** A vehicle leaves service only when nobody counts on it any more. */
const database = freshDatabase()
let company: RentalCompany

beforeAll(async () => {
  company = await foundRentalCompany(database)
})

const slot = freeSlots(() => company)
const retire = (vehicleId: string, reason: string | null = 'Verkauft', caller = company.owner) =>
  database.as(caller, (sql) => sql`select public.retire_vehicle(${vehicleId}, ${reason})`)
const reinstate = (vehicleId: string, caller = company.owner) =>
  database.as(caller, (sql) => sql`select public.reinstate_vehicle(${vehicleId})`)
const statusOf = async (vehicleId: string) => {
  const [row] = await database.asPostgres(
    (sql) => sql`select status, retired_reason as reason from public.vehicles where id = ${vehicleId}`,
  )
  return row
}

test('a retired vehicle is booked no more, and again once it is back', async () => {
  const wish = slot()
  await retire(wish.vehicleId)
  await retire(wish.vehicleId)
  expect(await statusOf(wish.vehicleId)).toEqual({ status: 'retired', reason: 'Verkauft' })
  expect(await refusalOf(bookAndPay(database, company, wish))).toMatchObject({ status: 404 })
  await reinstate(wish.vehicleId)
  await reinstate(wish.vehicleId)
  expect(await statusOf(wish.vehicleId)).toEqual({ status: 'available', reason: null })
  await bookAndPay(database, company, wish)
})

test('promises stand in the way, by name', async () => {
  const wish = slot()
  const booking = await bookAndPay(database, company, wish)
  expect(await refusalOf(retire(wish.vehicleId))).toMatchObject({
    status: 409,
    code: 'vehicle_occupied',
    details: { conflicts: [{ number: booking.number, customer: 'Anna Muster' }] },
  })
  expect(await statusOf(wish.vehicleId)).toMatchObject({ status: 'available' })
})

test('a vehicle that is out, or overdue, does not retire', async () => {
  const wish = slot()
  const pickup = await handOver(database, company.owner, (await bookAndPay(database, company, wish)).id)
  await database.asPostgres(
    (sql) => sql`
      update public.allocations set period = tstzrange(now() - interval '3 days', now() - interval '1 day') where resource_id = ${wish.vehicleId} and active`,
  )
  expect(await refusalOf(retire(wish.vehicleId))).toMatchObject({ status: 409, code: 'vehicle_rented' })
  await takeBack(database, company.owner, pickup)
})

test('reinstating what was never retired changes nothing', async () => {
  const { vehicleId } = slot()
  await reinstate(vehicleId)
  expect(await statusOf(vehicleId)).toEqual({ status: 'available', reason: null })
})

test('a reason is needed, and the right to edit the fleet of this company', async () => {
  const { vehicleId } = slot()
  expect(await refusalOf(retire(vehicleId, ' '))).toMatchObject({ status: 422, code: 'reason_missing' })
  const staff = await addMember(database, company.companyId, 'staff')
  const other = await foundRentalCompany(database)
  expect(await refusalOf(retire(vehicleId, 'Verkauft', staff))).toMatchObject({ status: 403 })
  expect(await refusalOf(reinstate(vehicleId, staff))).toMatchObject({ status: 403 })
  expect(await refusalOf(retire(vehicleId, 'Verkauft', other.owner))).toMatchObject({ status: 404 })
  expect(await refusalOf(reinstate(vehicleId, other.owner))).toMatchObject({ status: 404 })
})
