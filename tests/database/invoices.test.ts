import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { addMember } from './support/companies.ts'
import { type Caller, freshDatabase } from './support/database.ts'
import { foundRentalCompany, freeSlots, type RentalCompany } from './support/fleet.ts'
import { refusalOf } from './support/refusals.ts'
import { issueInvoice } from './support/rentals.ts'

/** What pays an invoice: bank, cash, the security deposit; and what never changes it. */
const database = freshDatabase()
let company: RentalCompany
let staff: Required<Pick<Caller, 'userId' | 'companyId'>>

beforeAll(async () => {
  company = await foundRentalCompany(database)
  staff = await addMember(database, company.companyId, 'staff')
})

const slot = freeSlots(() => company)
const issue = () => issueInvoice(database, company, staff, slot())

const pay = (invoiceId: string, method: string, rappen: number | null, key: string | null = null) =>
  database.as(staff, async (sql) => {
    const [row] = await sql`
      select public.record_payment(${invoiceId}, ${method}::public.payment_method, ${rappen}, p_idempotency_key => ${key}) as it`
    return row?.it as { payment_id: string; open_rappen: number }
  })

const roundingDifference = async () =>
  database.asPostgres(async (sql) => {
    const [row] = await sql`
      select coalesce(sum(amount_rappen), 0)::int as rappen from public.ledger_entries where account = 'rounding'`
    return row?.rappen as number
  })

test('cash is rounded to five rappen, on a line of its own', async () => {
  await database.as(company.owner, (sql) => sql`update public.companies set booking_deposit_percent = 49`)
  const invoice = await issue()
  const rounded = Math.round(invoice.openRappen / 5) * 5
  expect(rounded).not.toBe(invoice.openRappen)
  expect(await refusalOf(pay(invoice.id, 'cash', invoice.openRappen))).toMatchObject({
    code: 'cash_needs_five_rappen',
  })
  const before = await roundingDifference()
  expect((await pay(invoice.id, 'cash', rounded)).open_rappen).toBe(0)
  expect(await roundingDifference()).toBe(before + invoice.openRappen - rounded)
  await database.as(company.owner, (sql) => sql`update public.companies set booking_deposit_percent = 50`)
})

test('a bank pays to the rappen and never more than is open', async () => {
  const invoice = await issue()
  expect(await refusalOf(pay(invoice.id, 'bank_transfer', invoice.openRappen + 1))).toMatchObject({
    code: 'amount_exceeds_open',
    details: { open_rappen: invoice.openRappen },
  })
  expect((await pay(invoice.id, 'bank_transfer', 1)).open_rappen).toBe(invoice.openRappen - 1)
})

test.each([
  ['card', 100],
  ['cash', -5],
  ['cash', 0],
  ['bank_transfer', null],
])('a payment by %s of %s is refused', async (method, rappen) => {
  const [row] = await database.as(staff, (sql) => sql`select id from public.invoices limit 1`)
  expect(await refusalOf(pay(row?.id, method, rappen))).toMatchObject({ status: 422, code: 'invalid_input' })
})

test('a payment recorded twenty times with one key is one payment', async () => {
  const invoice = await issue()
  const key = randomUUID()
  const answers = await Promise.all(Array.from({ length: 20 }, () => pay(invoice.id, 'qr_bill', 100, key)))
  expect(new Set(answers.map(({ payment_id }) => payment_id)).size).toBe(1)
  expect(await refusalOf(pay(invoice.id, 'qr_bill', 200, key))).toMatchObject({
    code: 'idempotency_key_reused',
  })
})

test('a deposit pays no more than the invoice leaves open', async () => {
  const { id, openRappen: open, contractId } = await issue()
  const resolve = (rappen: number | null) =>
    database.as(
      staff,
      (sql) =>
        sql`select public.resolve_deposit(id, ${rappen}) from public.deposits where contract_id = ${contractId}`,
    )
  expect(await refusalOf(resolve(10_000_000))).toMatchObject({ code: 'capture_exceeds_deposit' })
  expect(await refusalOf(resolve(null))).toMatchObject({ code: 'capture_exceeds_deposit' })
  expect(await refusalOf(resolve(open + 1))).toMatchObject({ code: 'amount_exceeds_open' })
  await resolve(open)
  const [row] = await database.as(staff, (sql) => sql`select status from public.invoices where id = ${id}`)
  expect(row?.status).toBe('paid')
})

test('a deposit in cash is in the till until it is given back, and nobody’s revenue', async () => {
  const balances = async () => {
    const rows = await database.as(
      company.owner,
      (sql) => sql`
      select account, sum(amount_rappen)::int as rappen from public.ledger_entries where account in ('cash', 'deposits_held') group by account`,
    )
    return Object.fromEntries(rows.map(({ account, rappen }) => [account, rappen]))
  }
  const before = await balances()
  const { contractId } = await issue()
  const [deposit] = await database.as(
    staff,
    (sql) =>
      sql`select id, amount_rappen::int as rappen from public.deposits where contract_id = ${contractId}`,
  )
  expect(await balances()).toEqual({
    cash: before.cash + deposit?.rappen,
    deposits_held: before.deposits_held - deposit?.rappen,
  })
  await database.as(staff, (sql) => sql`select public.resolve_deposit(${deposit?.id})`)
  expect(await balances()).toEqual(before)
})

test('an issued invoice and the ledger never change, not even for the owner of the database', async () => {
  const { id } = await issue()
  const attempts = [
    database.asPostgres((sql) => sql`update public.invoices set total_rappen = 1 where id = ${id}`),
    database.asPostgres(
      (sql) => sql`update public.invoice_lines set amount_rappen = 1 where invoice_id = ${id}`,
    ),
    database.asPostgres((sql) => sql`delete from public.invoices where id = ${id}`),
    database.asPostgres((sql) => sql`update public.ledger_entries set amount_rappen = 0`),
    database.asPostgres((sql) => sql`delete from public.ledger_entries`),
    database.asPostgres((sql) => sql`truncate public.ledger_entries`),
  ]
  const codes = await Promise.all(attempts.map(async (attempt) => (await refusalOf(attempt)).code))
  expect(codes).toEqual([
    'invoice_is_immutable',
    'append_only',
    'append_only',
    'append_only',
    'append_only',
    'append_only',
  ])
})

test('a transaction that does not balance is not booked', async () => {
  const post = database.asPostgres(
    (sql) => sql`
    insert into public.ledger_entries (company_id, transaction_id, source_kind, source_id, leg, account, amount_rappen, currency)
    values (${company.companyId}, ${randomUUID()}, 'payment', 'x', '1', 'bank', 100, 'CHF')`,
  )
  await expect(post).rejects.toMatchObject({ message: 'ledger_out_of_balance' })
})

test('a return queues its settlement once, and settlement and invoice are one debt under one reference', async () => {
  const invoice = await issue()
  const facts = (companyId: string) =>
    database.asService(async (sql) => {
      const [row] = await sql`select public.settlement_facts(${companyId}, ${invoice.contractId}) as facts`
      return row?.facts as {
        reference: string
        creditor: { iban: string }
        lines: { amount_rappen: number }[]
        payments: { amount_rappen: number }[]
        vat: { gross_rappen: number }[]
      } | null
    })
  const settlement = await facts(company.companyId)
  if (!settlement) throw new Error('The settlement has no facts.')
  const [kept] = await database.asPostgres(
    (sql) => sql`
      select i.reference, i.creditor ->> 'iban' as iban, (select count(*)::int from public.outbox o
        where o.company_id = i.company_id and o.topic = 'document.settlement' and o.payload ->> 'contract_id' = i.contract_id::text) as queued
      from public.invoices i where i.id = ${invoice.id}`,
  )
  expect(kept).toEqual({ reference: settlement.reference, iban: settlement.creditor.iban, queued: 1 })
  const sum = (rows: { amount_rappen: number }[]) => rows.reduce((all, row) => all + row.amount_rappen, 0)
  expect(sum(settlement.lines) - sum(settlement.payments)).toBe(invoice.openRappen)
  expect(settlement.vat.reduce((all, { gross_rappen }) => all + gross_rappen, 0)).toBe(sum(settlement.lines))

  expect(await facts(randomUUID())).toBeNull()
  const asked = database.as(
    company.owner,
    (sql) => sql`select public.settlement_facts(${company.companyId}, ${invoice.contractId})`,
  )
  await expect(asked).rejects.toThrow(/permission denied/)
})
