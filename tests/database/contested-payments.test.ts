import { beforeEach, expect, test } from 'vitest'
import { freshDatabase } from './support/database.ts'
import { foundRentalCompany, freeSlots, type RentalCompany } from './support/fleet.ts'
import { refusalOf } from './support/refusals.ts'
import { type Booking, bookAndPay } from './support/rentals.ts'

/** What a cardholder contests is the bank's to decide: nothing is given back beside it. */
const database = freshDatabase()
let company: RentalCompany
let booking: Booking
const slot = freeSlots(() => company)

beforeEach(async () => {
  company = await foundRentalCompany(database)
  booking = await bookAndPay(database, company, slot())
})

const contest = (status: string) =>
  database.asService((sql) => {
    const dispute = {
      id: `dp_${booking.id}`,
      status,
      reason: 'fraudulent',
      amount_rappen: booking.payment?.amount_rappen ?? 0,
      currency: 'chf',
      withdrawn_rappen: status.startsWith('warning') ? 0 : (booking.payment?.amount_rappen ?? 0),
      fee_rappen: 0,
      opened_at: new Date().toISOString(),
    }
    return sql`select public.record_dispute(${company.companyId}, ${`pi_${booking.payment?.id}`}, ${sql.json(dispute)})`
  })
const refund = (rappen: number) =>
  database.as(
    company.owner,
    (sql) => sql`select public.refund_payment(${booking.payment?.id ?? null}, ${rappen}, 'Kulanz')`,
  )
const preview = (rappen: number) =>
  database.as(
    company.owner,
    (sql) => sql`select public.preview_refund(${booking.payment?.id ?? null}, ${rappen})`,
  )
const refunds = () =>
  database.asPostgres(
    (sql) =>
      sql`select amount_rappen::int as rappen from public.refunds where payment_id = ${booking.payment?.id ?? null}`,
  )

test.each(['needs_response', 'under_review', 'lost'])('%s: no refund, not even a part', async (status) => {
  await contest(status)
  expect(await refusalOf(refund(100))).toMatchObject({ status: 409, code: 'payment_contested' })
  expect(await refusalOf(preview(100))).toMatchObject({ status: 409, code: 'payment_contested' })
  expect(await refunds()).toHaveLength(0)
})

test.each(['warning_needs_response', 'warning_closed', 'prevented'])(
  '%s: a refund is possible',
  async (status) => {
    await contest(status)
    await refund(100)
    expect(await refunds()).toEqual([{ rappen: 100 }])
  },
)

test('won, it can be refunded again', async () => {
  await contest('needs_response')
  await contest('won')
  await refund(100)
  expect(await refunds()).toHaveLength(1)
})

test('a reservation whose deposit is contested can be cancelled; nothing goes back', async () => {
  await contest('needs_response')
  const terms = await database.as(
    company.owner,
    (sql) => sql`select public.preview_end(${booking.id}) -> 'cancellation' as it`,
  )
  expect(terms[0]?.it).toMatchObject({
    paid_rappen: booking.payment?.amount_rappen,
    refund_rappen: 0,
  })
  await database.as(company.owner, (sql) => sql`select public.cancel_reservation(${booking.id})`)
  const [row] = await database.asPostgres(
    (sql) => sql`select status from public.reservations where id = ${booking.id}`,
  )
  expect(row?.status).toBe('cancelled')
  expect(await refunds()).toHaveLength(0)
})

test('who wants to give contested money back while cancelling is refused', async () => {
  await contest('needs_response')
  const cancel = database.as(
    company.owner,
    (sql) => sql`select public.cancel_reservation(${booking.id}, ${100})`,
  )
  expect(await refusalOf(cancel)).toMatchObject({ status: 422, code: 'refund_exceeds_payment' })
})
