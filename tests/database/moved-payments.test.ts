import { beforeAll, beforeEach, expect, test } from 'vitest'
import { addMember } from './support/companies.ts'
import { type Caller, freshDatabase } from './support/database.ts'
import { foundRentalCompany, freeSlots, type RentalCompany } from './support/fleet.ts'
import { refusalOf } from './support/refusals.ts'
import { type IssuedInvoice, issueInvoice } from './support/rentals.ts'

/** A payment on the wrong invoice is put on the right one, and the books do not notice. */
const database = freshDatabase()
let company: RentalCompany
let other: RentalCompany
let staff: Caller
let wrong: IssuedInvoice
let right: IssuedInvoice
const slot = freeSlots(() => company)

beforeAll(async () => {
  company = await foundRentalCompany(database)
  other = await foundRentalCompany(database)
  staff = await addMember(database, company.companyId, 'staff')
})
beforeEach(async () => {
  const issue = () => issueInvoice(database, company, company.owner, slot())
  const both = [await issue(), await issue()].sort((one, another) => one.openRappen - another.openRappen)
  ;[wrong, right] = both as [IssuedInvoice, IssuedInvoice]
})

const pay = (rappen: number, method = 'bank_transfer', invoice = wrong) =>
  database.as(staff, async (sql) => {
    const [row] =
      await sql`select public.record_payment(${invoice.id}, ${method}, ${rappen}) ->> 'payment_id' as id`
    return row?.id as string
  })
const move = (payment: string, to = right.id, by: Caller = staff) =>
  database.as(by, (sql) => sql`select public.move_payment(${payment}, ${to})`)
const stateOf = ({ id }: IssuedInvoice) =>
  database.asPostgres(async (sql) => {
    const [row] = await sql`
      select status, private.open_amount(i)::int as open, (select count(*)::int from public.payments p where p.invoice_id = i.id and p.purpose = 'invoice') as payments
      from public.invoices i where id = ${id}`
    return row
  })
const ledger = () =>
  database.asPostgres(async (sql) => [
    ...(await sql`
      select account, sum(amount_rappen)::int as rappen from public.ledger_entries where company_id = ${company.companyId} group by account order by account`),
  ])

test('it leaves one invoice open and pays the other, once, however often it is asked for', async () => {
  const untouched = await stateOf(wrong)
  const payment = await pay(wrong.openRappen)
  expect(await stateOf(wrong)).toEqual({ status: 'paid', open: 0, payments: 1 })
  const before = await ledger()
  await Promise.all(Array.from({ length: 5 }, () => move(payment)))
  expect(await stateOf(wrong)).toEqual(untouched)
  expect(await stateOf(right)).toMatchObject({ open: right.openRappen - wrong.openRappen, payments: 1 })
  expect(await ledger()).toEqual(before)
  const [trail] = await database.as(
    company.owner,
    (sql) =>
      sql`select actor_user_id from public.audit_log where table_name = 'payments' and record_id = ${payment} and action = 'update'`,
  )
  expect(trail).toEqual({ actor_user_id: staff.userId })
})

test('cash takes along what its rounding settled', async () => {
  const rounded = Math.round(wrong.openRappen / 5) * 5
  const payment = await pay(rounded, 'cash')
  await move(payment)
  expect(await stateOf(wrong)).toMatchObject({ open: wrong.openRappen })
  expect(await stateOf(right)).toMatchObject({ open: right.openRappen - wrong.openRappen })
})

test('what did not simply come in stays where it is', async () => {
  const payment = await pay(500)
  await database.as(company.owner, (sql) => sql`select public.refund_payment(${payment}, 100, 'Kulanz')`)
  expect(await refusalOf(move(payment))).toMatchObject({ status: 409, code: 'payment_fixed' })
  const [deposit] = await database.asPostgres(
    (sql) =>
      sql`select id from public.payments where company_id = ${company.companyId} and purpose = 'booking_deposit' and method = 'card' limit 1`,
  )
  expect(await refusalOf(move(deposit?.id))).toMatchObject({ status: 409, code: 'payment_fixed' })
})

test('it never pays more than is open, nothing that is void, and nobody else’s', async () => {
  const payment = await pay(wrong.openRappen)
  await pay(right.openRappen - 100, 'bank_transfer', right)
  expect(await refusalOf(move(payment))).toMatchObject({
    status: 422,
    code: 'amount_exceeds_open',
    details: { open_rappen: 100 },
  })
  await database.asPostgres((sql) => sql`update public.invoices set status = 'void' where id = ${right.id}`)
  expect(await refusalOf(move(payment))).toMatchObject({ status: 409, code: 'invalid_transition' })
  expect(await refusalOf(move(payment, wrong.id, other.owner))).toMatchObject({ status: 404 })
  const viewer = await addMember(database, company.companyId, 'viewer')
  expect(await refusalOf(move(payment, right.id, viewer))).toMatchObject({ status: 403 })
  expect(await stateOf(wrong)).toMatchObject({ status: 'paid' })
})
