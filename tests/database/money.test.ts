import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { addMember } from './support/companies.ts'
import { type Caller, freshDatabase } from './support/database.ts'
import { foundRentalCompany, freeSlots, type RentalCompany } from './support/fleet.ts'
import { refusalOf } from './support/refusals.ts'
import { bookAndPay, bookOnSite, settle } from './support/rentals.ts'

const database = freshDatabase()
let company: RentalCompany
let other: RentalCompany
let staff: Required<Pick<Caller, 'userId' | 'companyId'>>

beforeAll(async () => {
  company = await foundRentalCompany(database)
  other = await foundRentalCompany(database)
  staff = await addMember(database, company.companyId, 'staff')
})

const slot = freeSlots(() => company)
const book = () => database.asAnon((sql) => bookOnSite(sql, company.slug, slot()))
const bookPaid = () => bookAndPay(database, company, slot())

const refund = (caller: Caller, paymentId: string | undefined, rappen: number | null, reason = 'Kulanz') =>
  database.as(caller, (sql) => sql`select public.refund_payment(${paymentId ?? null}, ${rappen}, ${reason})`)

const balances = () =>
  database.asPostgres(async (sql) => {
    const rows = await sql`
      select account, sum(amount_rappen)::int as rappen from public.ledger_entries where company_id = ${company.companyId} group by account`
    return Object.fromEntries(rows.map(({ account, rappen }) => [account, rappen])) as Record<string, number>
  })

test('a hundred deliveries of one payment are one payment', async () => {
  const booking = await book()
  const before = (await balances()).stripe_clearing ?? 0
  const outcomes = await Promise.all(Array.from({ length: 100 }, () => settle(database, company, booking)))
  expect(outcomes.filter((outcome) => outcome === 'settled')).toHaveLength(1)
  expect(outcomes.filter((outcome) => outcome === 'already_settled')).toHaveLength(99)
  expect((await balances()).stripe_clearing).toBe(before + booking.booking_deposit_rappen)
})

test.each([{ amount: 1 }, { currency: 'eur' }, { amount: null }, { currency: null }])(
  'a payment that differs from what was asked books nothing: %o',
  async (fields) => {
    const booking = await book()
    expect(await settle(database, company, booking, fields)).toBe('mismatch')
    const [row] = await database.as(
      staff,
      (sql) => sql`select status from public.payments where reservation_id = ${booking.id}`,
    )
    expect(row?.status).toBe('pending')
  },
)

test('a payment of another company is not found', async () => {
  const booking = await book()
  expect(await refusalOf(settle(database, other, booking))).toMatchObject({ status: 404, code: 'not_found' })
})

test('refunds in parts never exceed the payment, however many arrive at once', async () => {
  const booking = await bookPaid()
  const fifth = Math.floor(booking.booking_deposit_rappen / 5)
  const results = await Promise.allSettled(
    Array.from({ length: 20 }, () => refund(company.owner, booking.payment?.id, fifth)),
  )
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(5)
  const [row] = await database.as(
    staff,
    (sql) =>
      sql`select refunded_rappen::int as rappen from public.payments where reservation_id = ${booking.id}`,
  )
  expect(row?.rappen).toBe(5 * fifth)
})

test.each([0, -100, null, 10_000_000])('a refund of %s is refused', async (rappen) => {
  const booking = await bookPaid()
  expect(await refusalOf(refund(company.owner, booking.payment?.id, rappen))).toMatchObject({
    status: 422,
    code: 'refund_exceeds_payment',
  })
})

test('refunding is for owners and managers, in their own company', async () => {
  const booking = await bookPaid()
  expect(await refusalOf(refund(staff, booking.payment?.id, 100))).toMatchObject({
    status: 403,
    code: 'forbidden',
  })
  expect(await refusalOf(refund(other.owner, booking.payment?.id, 100))).toEqual(
    await refusalOf(refund(other.owner, randomUUID(), 100)),
  )
})

test('a refund that failed at Stripe is taken back and can be made again', async () => {
  const booking = await bookPaid()
  const before = await balances()
  await refund(company.owner, booking.payment?.id, booking.booking_deposit_rappen)
  const [made] = await database.as(
    company.owner,
    (sql) => sql`
    select id from public.refunds where payment_id = ${booking.payment?.id ?? ''}`,
  )
  await database.asService(async (sql) => {
    await sql`select public.complete_refund(${company.companyId}, ${made?.id}, 're_1', 'failed')`
    await sql`select public.complete_refund(${company.companyId}, ${made?.id}, 're_1', 'succeeded')`
  })
  expect(await balances()).toEqual(before)
  await refund(company.owner, booking.payment?.id, booking.booking_deposit_rappen)
})

test('after all that the ledger sums to nothing', async () => {
  const sum = Object.values(await balances()).reduce((total, rappen) => total + rappen, 0)
  expect(sum).toBe(0)
})
