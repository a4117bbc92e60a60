import { beforeEach, expect, test } from 'vitest'
import { freshDatabase } from './support/database.ts'
import { foundRentalCompany, freeSlots, type RentalCompany } from './support/fleet.ts'
import { refusalOf } from './support/refusals.ts'
import { bookAndPay, handOver, type Period, takeBack } from './support/rentals.ts'

/** A booking paid in full whose rental then became cheaper: what is too much is the customer's, once, whichever way it goes back. */
const database = freshDatabase()
let company: RentalCompany
let paid: { id: string; invoiceId: string; amount: number; customerId: string }
const slot = freeSlots(() => company)

beforeEach(async () => {
  company = await foundRentalCompany(database)
  await database.asPostgres(
    (sql) => sql`update public.companies set booking_deposit_percent = 100 where id = ${company.companyId}`,
  )
  paid = await rentalThatBecameCheaper(slot())
})

const oneDayAfter = (startsAt: string) =>
  new Date(new Date(startsAt).getTime() + 24 * 3_600_000).toISOString()

/** Pays three days, drives one. */
async function rentalThatBecameCheaper(period: Period & { vehicleId: string }) {
  const booking = await bookAndPay(database, company, period)
  await database.as(
    company.owner,
    (sql) => sql`
      select public.change_reservation(${booking.id}, ${sql.json({ ends_at: oneDayAfter(period.startsAt) })}, p_notify => false)`,
  )
  const pickup = await handOver(database, company.owner, booking.id)
  await takeBack(database, company.owner, pickup)
  return database.as(company.owner, async (sql) => {
    const [row] = await sql`select public.issue_invoice(${pickup.contractId}) as invoice`
    const [payment] = await sql`
      select id, amount_rappen::int as amount, customer_id from public.payments where reservation_id = ${booking.id}`
    return {
      id: payment?.id as string,
      invoiceId: row?.invoice as string,
      amount: payment?.amount as number,
      customerId: payment?.customer_id as string,
    }
  })
}

const invoice = () =>
  database.asPostgres(async (sql) => {
    const [row] = await sql`
      select status, due_rappen::int as due, paid_rappen::int as paid from public.invoices where id = ${paid.invoiceId}`
    return row as { status: string; due: number; paid: number }
  })
const account = (name: string) =>
  database.asPostgres(async (sql) => {
    const [row] = await sql`
      select coalesce(sum(amount_rappen), 0)::int as rappen from public.ledger_entries where company_id = ${company.companyId} and account = ${name}`
    return row?.rappen as number
  })
const balance = () =>
  database.asPostgres(async (sql) => {
    const [row] = await sql`
      select coalesce(sum(amount_rappen), 0)::int as rappen from public.customer_credits where customer_id = ${paid.customerId}`
    return row?.rappen as number
  })
const refund = (rappen: number) =>
  database.as(company.owner, async (sql) => {
    const [row] = await sql`select public.refund_payment(${paid.id}, ${rappen}, 'Zu viel bezahlt') as id`
    return row?.id as string
  })

test('the invoice is paid and not overpaid; the rest is the customer’s balance', async () => {
  const { status, due, paid: covered } = await invoice()
  expect({ status, covered }).toEqual({ status: 'paid', covered: due })
  expect(due).toBeLessThan(paid.amount)
  expect(await balance()).toBe(paid.amount - due)
  expect(await account('customer_credits')).toBe(due - paid.amount)
  expect(await account('customer_prepayments')).toBe(0)
  expect(await account('receivables')).toBe(0)
})

test('a refund takes the balance first and leaves the invoice as it is', async () => {
  const before = await invoice()
  const extra = paid.amount - before.due
  await refund(extra)
  expect(await invoice()).toEqual(before)
  expect(await balance()).toBe(0)
  expect(await account('customer_credits')).toBe(0)
  const notes = await database.asPostgres(
    (sql) => sql`select from public.credit_notes where invoice_id = ${paid.invoiceId}`,
  )
  expect(notes).toHaveLength(0)
})

test('a refund of everything credits the invoice and empties the balance', async () => {
  await refund(paid.amount)
  expect(await balance()).toBe(0)
  expect(await invoice()).toMatchObject({ status: 'void', paid: 0 })
  for (const name of [
    'customer_credits',
    'customer_prepayments',
    'receivables',
    'revenue',
    'vat_due',
    'rounding',
  ])
    expect([name, await account(name)]).toEqual([name, 0])
})

test('what was paid out as a balance is not refunded once more', async () => {
  const { due } = await invoice()
  await database.as(
    company.owner,
    (sql) => sql`
      select public.pay_out_customer_credit(${paid.customerId}, 'bank_transfer', ${paid.amount - due})`,
  )
  expect(await refusalOf(refund(due + 1))).toMatchObject({
    code: 'refund_exceeds_payment',
    details: { refundable_rappen: due },
  })
  await refund(due)
  expect(await balance()).toBe(0)
  expect(await account('receivables')).toBe(0)
})

test('a refund made at Stripe takes the balance first, and one that bounces gives it back', async () => {
  const before = await invoice()
  const extra = paid.amount - before.due
  const outside = (status: string) =>
    database.asService(
      (sql) =>
        sql`select public.record_outside_refund(${company.companyId}, ${paid.id}, 're_1', ${extra}, ${status})`,
    )
  await outside('succeeded')
  expect(await balance()).toBe(0)
  expect(await invoice()).toEqual(before)
  await outside('failed')
  expect(await balance()).toBe(extra)
  expect(await account('customer_credits')).toBe(-extra)
  expect(await invoice()).toEqual(before)
})
