import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { freshDatabase } from './support/database.ts'
import { foundRentalCompany, freeSlots, type RentalCompany } from './support/fleet.ts'
import { outcomeOf, refusalOf } from './support/refusals.ts'
import { type Booking, bookOnSite, handOver, newCustomer, settle, takeBack } from './support/rentals.ts'

/** Vouchers that pay for bookings on the site: used at the moment of the booking, back when it comes to nothing, never twice. */
const database = freshDatabase()
let company: RentalCompany
const slot = freeSlots(() => company)

beforeEach(async () => {
  company = await foundRentalCompany(database)
})

const issue = (rappen: number) =>
  database.as(company.owner, async (sql) => {
    const [row] = await sql`select public.issue_voucher(${rappen}) ->> 'code' as code`
    return row?.code as string
  })
const book = (voucherCode: string, wish: Partial<Parameters<typeof bookOnSite>[2]> = {}) =>
  database.asAnon((sql) => bookOnSite(sql, company.slug, { ...slot(), voucherCode, ...wish })) as Promise<
    Booking & { voucher_rappen: number }
  >
const invoiceOf = async (contractId: string) => {
  const [row] = await database.as(company.owner, async (sql) => {
    const [issued] = await sql`select public.issue_invoice(${contractId}) as id`
    return sql`
      select status, due_rappen::int as due, paid_rappen::int as paid from public.invoices where id = ${issued?.id}`
  })
  return row as { status: string; due: number; paid: number }
}
const left = async (code: string) => {
  const [row] = await database.asPostgres(
    (sql) => sql`
      select balance_rappen::int as rappen from public.vouchers where company_id = ${company.companyId} and code = ${code}`,
  )
  return row?.rappen as number
}
const account = async (name: string) => {
  const [row] = await database.asPostgres(
    (sql) => sql`
      select coalesce(sum(amount_rappen), 0)::int as rappen from public.ledger_entries where company_id = ${company.companyId} and account = ${name}`,
  )
  return row?.rappen as number
}
const paymentsOf = ({ id }: Booking) =>
  database.asPostgres(async (sql) => {
    const rows = await sql`
      select method, status, (amount_rappen - refunded_rappen)::int as rappen from public.payments where reservation_id = ${id} order by method`
    return rows.map((row) => ({ ...row }))
  })
const statusOf = async ({ id }: Booking) => {
  const [row] = await database.asPostgres(
    (sql) => sql`select status from public.reservations where id = ${id}`,
  )
  return row?.status as string
}
const lapse = ({ id }: Booking) =>
  database.asPostgres(
    (sql) =>
      sql`update public.allocations set expires_at = now() - interval '1 second' where source_id = ${id}`,
  )

test('a part of the deposit: the card is asked for the rest, and the invoice takes both', async () => {
  const code = await issue(1_000)
  const booking = await book(code)
  expect(booking.status).toBe('pending')
  expect(booking.payment?.amount_rappen).toBe(booking.booking_deposit_rappen - 1_000)
  expect(await left(code)).toBe(0)
  expect(await account('customer_prepayments')).toBe(-1_000)
  await settle(database, company, booking)
  expect(await statusOf(booking)).toBe('confirmed')
  const pickup = await handOver(database, company.owner, booking.id)
  await takeBack(database, company.owner, pickup)
  expect((await invoiceOf(pickup.contractId)).paid).toBe(booking.booking_deposit_rappen)
  expect(await account('customer_prepayments')).toBe(0)
  expect(await account('vouchers')).toBe(0)
})

test('the whole price: confirmed at once, nothing is asked for, and the rest stays on the voucher', async () => {
  const code = await issue(500_000)
  const booking = await book(code)
  expect(booking).toMatchObject({ status: 'confirmed', payment: null, voucher_rappen: booking.total_rappen })
  expect(await left(code)).toBe(500_000 - booking.total_rappen)
  expect(await paymentsOf(booking)).toEqual([
    { method: 'voucher', status: 'succeeded', rappen: booking.total_rappen },
  ])
})

test('more than the deposit and less than the price: confirmed, and used up', async () => {
  const period = slot()
  const plain = await book(await issue(100), period)
  await lapse(plain)
  const code = await issue(plain.booking_deposit_rappen + 500)
  expect(await book(code, period)).toMatchObject({ status: 'confirmed', payment: null })
  expect(await left(code)).toBe(0)
})

test('a hold that lapses gives the voucher back, once, and the sweeper says so in the books', async () => {
  const code = await issue(1_000)
  const booking = await book(code)
  await lapse(booking)
  const sweep = () => database.asService((sql) => sql`select public.expire_holds()`)
  await Promise.all([sweep(), sweep(), sweep()])
  expect(await statusOf(booking)).toBe('expired')
  expect(await left(code)).toBe(1_000)
  expect(await account('vouchers')).toBe(-1_000)
  expect(await account('customer_prepayments')).toBe(0)
})

test('whoever books anew does not wait for the sweeper', async () => {
  const code = await issue(1_000)
  await lapse(await book(code))
  const again = await book(code)
  expect(again).toMatchObject({ status: 'pending', voucher_rappen: 1_000 })
  expect(await left(code)).toBe(0)
})

test('a card that pays after the hold has lapsed gets the booking; the voucher that went back pays nothing', async () => {
  const code = await issue(1_000)
  const booking = await book(code)
  await lapse(booking)
  await database.asService((sql) => sql`select public.expire_holds()`)
  expect(await settle(database, company, booking)).toBe('settled')
  expect(await statusOf(booking)).toBe('confirmed')
  expect(await left(code)).toBe(1_000)
  expect(await account('customer_prepayments')).toBe(1_000 - booking.booking_deposit_rappen)
})

test('cancelled, the card’s money goes back first and what the voucher paid onto the voucher', async () => {
  const code = await issue(1_000)
  const booking = await book(code)
  await settle(database, company, booking)
  await database.as(
    company.owner,
    (sql) => sql`
      select public.cancel_reservation(${booking.id}, ${booking.booking_deposit_rappen - 400})`,
  )
  expect(await paymentsOf(booking)).toEqual([
    { method: 'card', status: 'refunded', rappen: 0 },
    { method: 'voucher', status: 'partially_refunded', rappen: 400 },
  ])
  expect(await left(code)).toBe(600)
  expect(await account('vouchers')).toBe(-600)
})

test('many book at once with one voucher: together they use no more than it is worth', async () => {
  const code = await issue(10_000)
  const outcomes = await Promise.all(Array.from({ length: 12 }, () => outcomeOf(book(code))))
  const refused = outcomes.filter((outcome) => outcome !== 'done')
  expect(refused.length).toBeGreaterThan(0)
  for (const refusal of refused) expect(refusal).toMatchObject({ status: 409, code: 'voucher_used_up' })
  const [row] = await database.asPostgres(
    (sql) => sql`
      select coalesce(sum(amount_rappen), 0)::int as used from public.payments where company_id = ${company.companyId} and method = 'voucher'`,
  )
  expect(row?.used).toBe(10_000)
  expect(await left(code)).toBe(0)
  expect(await account('vouchers')).toBe(0)
  // Who was refused holds no vehicle either.
  const [held] = await database.asPostgres(
    (sql) =>
      sql`select count(*)::int as count from public.reservations where company_id = ${company.companyId}`,
  )
  expect(held?.count).toBe(12 - refused.length)
})

test('sent twice it is one booking and one use; another code under the same key is refused', async () => {
  const [code, other] = [await issue(1_000), await issue(1_000)]
  const again = { ...slot(), key: randomUUID(), customer: newCustomer() }
  const booking = await book(code, again)
  expect((await book(code, again)).id).toBe(booking.id)
  expect(await left(code)).toBe(0)
  expect(await refusalOf(book(other, again))).toMatchObject({ code: 'idempotency_key_reused' })
  expect(await left(other)).toBe(1_000)
})

test('no code, no booking: unknown, used up, expired, another company’s', async () => {
  const code = await issue(1_000)
  await book(code)
  expect(await refusalOf(book(code))).toMatchObject({ code: 'voucher_used_up' })
  expect(await refusalOf(book('AAAA-AAAA-AAAA'))).toMatchObject({ status: 404, code: 'voucher_unknown' })
  const old = await issue(1_000)
  await database.asPostgres(
    (sql) => sql`update public.vouchers set expires_on = '2020-01-01' where code = ${old}`,
  )
  expect(await refusalOf(book(old))).toMatchObject({ code: 'voucher_expired' })
  const mine = company
  company = await foundRentalCompany(database)
  const theirs = await issue(1_000)
  company = mine
  expect(await refusalOf(book(theirs))).toMatchObject({ code: 'voucher_unknown' })
})

test('a rental that became cheaper than the voucher gives the rest back to the voucher, not as money', async () => {
  const code = await issue(500_000)
  const period = slot()
  const booking = await book(code, period)
  const shorter = new Date(new Date(period.startsAt).getTime() + 24 * 3_600_000).toISOString()
  await database.as(
    company.owner,
    (sql) => sql`
      select public.change_reservation(${booking.id}, ${sql.json({ ends_at: shorter })}, p_notify => false)`,
  )
  const pickup = await handOver(database, company.owner, booking.id)
  await takeBack(database, company.owner, pickup)
  const invoice = await invoiceOf(pickup.contractId)
  expect(invoice).toMatchObject({ status: 'paid', paid: invoice.due })
  expect(await left(code)).toBe(500_000 - invoice.due)
  expect(await account('customer_credits')).toBe(0)
  expect(await account('vouchers')).toBe(invoice.due - 500_000)
})
