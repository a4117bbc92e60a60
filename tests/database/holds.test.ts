import { beforeAll, expect, test } from 'vitest'
import { addMember } from './support/companies.ts'
import { type Caller, freshDatabase } from './support/database.ts'
import { foundRentalCompany, type RentalCompany, vehicleOf } from './support/fleet.ts'
import { refusalOf } from './support/refusals.ts'
import { bookAndPay, bookOnSite, periodIn, settle } from './support/rentals.ts'

/** What becomes of a hold that is not paid in time, and of one that is cancelled. */
const database = freshDatabase()
let company: RentalCompany
let other: RentalCompany
let staff: Caller

beforeAll(async () => {
  company = await foundRentalCompany(database)
  other = await foundRentalCompany(database)
  staff = await addMember(database, company.companyId, 'staff')
})

const book = (wish: { vehicleId: string }) =>
  database.asAnon((sql) => bookOnSite(sql, company.slug, { ...periodIn(10), ...wish }))

/** Makes the hold of an unpaid booking lapse as if a quarter of an hour had gone by. */
const lapse = (reservationId: string) =>
  database.asPostgres(
    (sql) =>
      sql`update public.allocations set expires_at = now() - interval '1 second' where source_id = ${reservationId}`,
  )

const statusOf = async (reservationId: string) =>
  database.asPostgres(
    async (sql) => (await sql`select status from public.reservations where id = ${reservationId}`)[0]?.status,
  )

test('a lapsed hold gives way to the next customer, unpaid', async () => {
  const vehicleId = vehicleOf(company, 7).id
  const first = await book({ vehicleId })
  await lapse(first.id)
  expect(await book({ vehicleId })).toMatchObject({ status: 'pending' })
  expect(await statusOf(first.id)).toBe('expired')
})

test('the sweeper ends lapsed holds and nothing else', async () => {
  const lapsed = await book({ vehicleId: vehicleOf(company, 8).id })
  const holding = await book({ vehicleId: vehicleOf(company, 9).id })
  await lapse(lapsed.id)
  expect(
    await database.asService(async (sql) => (await sql`select public.expire_holds() as ended`)[0]?.ended),
  ).toBe(1)
  expect(await statusOf(lapsed.id)).toBe('expired')
  expect(await statusOf(holding.id)).toBe('pending')
})

test('a payment after the hold lapsed takes the vehicle again while it is free', async () => {
  const booking = await book({ vehicleId: vehicleOf(company, 10).id })
  await lapse(booking.id)
  await database.asService((sql) => sql`select public.expire_holds()`)
  expect(await settle(database, company, booking)).toBe('settled')
  expect(await statusOf(booking.id)).toBe('confirmed')
})

test('a payment after the vehicle went to somebody else is refunded in full', async () => {
  const vehicleId = vehicleOf(company, 11).id
  const booking = await book({ vehicleId })
  await lapse(booking.id)
  const next = await book({ vehicleId })
  expect(await settle(database, company, booking)).toBe('refunded')
  const [row] = await database.as(
    company.owner,
    (sql) => sql`
    select r.amount_rappen::int as rappen, p.status from public.refunds r join public.payments p on p.id = r.payment_id where p.reservation_id = ${booking.id}`,
  )
  expect(row).toEqual({ rappen: booking.booking_deposit_rappen, status: 'refunded' })
  expect(await settle(database, company, next)).toBe('settled')
})

test('cancelling frees the vehicle; cancelling again changes nothing', async () => {
  const vehicleId = vehicleOf(company, 12).id
  const booking = await bookAndPay(database, company, { vehicleId, ...periodIn(10) })
  const cancel = (caller: Caller) =>
    database.as(caller, (sql) => sql`select public.cancel_reservation(${booking.id})`)
  expect(await refusalOf(cancel(other.owner))).toMatchObject({ status: 404, code: 'not_found' })
  await cancel(staff)
  await cancel(staff)
  expect(await statusOf(booking.id)).toBe('cancelled')
  expect(await book({ vehicleId })).toMatchObject({ status: 'pending' })
})

test('a payment for a cancelled reservation goes back', async () => {
  const booking = await book({ vehicleId: vehicleOf(company, 13).id })
  await database.as(staff, (sql) => sql`select public.cancel_reservation(${booking.id})`)
  expect(await settle(database, company, booking)).toBe('refunded')
})
