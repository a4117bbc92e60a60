import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { addCustomer } from './customers/support.ts'
import { addMember } from './support/companies.ts'
import { type Caller, freshDatabase } from './support/database.ts'
import { foundRentalCompany, freeSlots, type RentalCompany } from './support/fleet.ts'
import { refusalOf } from './support/refusals.ts'
import { issueInvoice, newCustomer } from './support/rentals.ts'

/** What a customer and the company owe each other, from the ledger and from nothing else. */
const database = freshDatabase()
let company: RentalCompany
let other: RentalCompany
let technician: Caller
let customer: string
let invoice: string
const slot = freeSlots(() => company)

beforeAll(async () => {
  company = await foundRentalCompany(database)
  other = await foundRentalCompany(database)
  technician = await addMember(database, company.companyId, 'technician')
  const issued = await issueInvoice(database, company, company.owner, slot())
  invoice = issued.id
  await issueInvoice(database, company, company.owner, slot())
  await database.as(company.owner, async (sql) => {
    const [row] = await sql`select customer_id, reference from public.invoices where id = ${invoice}`
    customer = row?.customer_id
    await sql`select public.record_payment(${invoice}, 'bank_transfer', 1000)`
    await sql`select public.credit_invoice(${invoice}, 300, 'Kulanz')`
    const file = { file_name: 'camt.xml', sha256: 'a'.repeat(64), format: 'camt.054.001.08' }
    const entries = [issued.openRappen, 700].map((amount_rappen, place) => ({
      key: randomUUID(),
      amount_rappen,
      currency: 'CHF',
      booked_on: '2026-11-20',
      reference: place === 0 ? row?.reference : null,
    }))
    await sql`select public.import_bank_file(${sql.json(file)}, ${sql.json(entries)})`
    await sql`
      select public.credit_bank_entry(id, ${customer}) from public.bank_entries where status = 'open'`
    await sql`select public.pay_out_customer_credit(${customer}, 'bank_transfer', 200)`
  })
})

interface Statement {
  opening_rappen: number
  closing_rappen: number
  entries: { kind: string; number: string | null; amount_rappen: number }[]
}

const read = (id: string, from = '2020-01-01', until = '2199-12-31', caller: Caller = company.owner) =>
  database.as(caller, async (sql) => {
    const [row] = await sql`select public.customer_statement(${id}, ${from}, ${until}) as it`
    return row?.it as Statement
  })

test('everything that moved stands in it, and adds up', async () => {
  const statement = await read(customer)
  expect(statement.entries.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining([
      'invoice',
      'prepayment',
      'payment',
      'credit_note',
      'bank_entry',
      'customer_credit',
      'credit_payout',
    ]),
  )
  const sum = statement.entries.reduce((total, { amount_rappen }) => total + amount_rappen, 0)
  expect(statement.opening_rappen + sum).toBe(statement.closing_rappen)
})

test('the statements of all customers together are the ledger’s receivables less its balances', async () => {
  const ids = await database.as(company.owner, (sql) => sql`select id from public.customers`)
  const closings = await Promise.all(ids.map(async ({ id }) => (await read(id)).closing_rappen))
  const [row] = await database.asPostgres(
    (sql) => sql`
      select sum(amount_rappen)::int as rappen from public.ledger_entries
      where company_id = ${company.companyId} and account in ('receivables', 'customer_credits')`,
  )
  expect(closings.reduce((sum, closing) => sum + closing, 0)).toBe(row?.rappen)
})

test('what was before its first day is its opening balance', async () => {
  const whole = await read(customer)
  const later = await read(customer, '2199-01-01')
  expect(later).toMatchObject({
    opening_rappen: whole.closing_rappen,
    closing_rappen: whole.closing_rappen,
    entries: [],
  })
})

test('a wrong period is refused; other companies and technicians learn nothing', async () => {
  expect((await refusalOf(read(customer, '2026-02-01', '2026-01-01'))).code).toBe('invalid_input')
  expect((await refusalOf(read(customer, '2020-01-01', '2030-01-01', other.owner))).status).toBe(404)
  expect((await refusalOf(read(customer, '2020-01-01', '2030-01-01', technician))).status).toBe(403)
})

/** A customer with invoices of their own, written by hand and issued at once. */
async function customerOwing(...amounts: number[]) {
  const id = await addCustomer(database, company.owner, newCustomer())
  await database.as(company.owner, async (sql) => {
    for (const [place, unit_rappen] of amounts.entries()) {
      const lines = [{ text: 'Arbeit', quantity: 1, unit_rappen, vat_bp: 810 }]
      const draft = { lines, due_on: `2099-01-0${1 + place}` }
      const [saved] = await sql`select public.save_invoice_draft(${id}, ${sql.json(draft)}) as id`
      await sql`select public.issue_invoice_draft(${saved?.id})`
    }
  })
  return id
}

/** What came of a payment with the slip of somebody's statement. */
async function payStatement(id: string, amount: number) {
  return database.as(company.owner, async (sql) => {
    const [statement] = await sql`select public.customer_statement(${id}, '2020-01-01', '2199-12-31') as it`
    const key = randomUUID()
    const file = {
      file_name: 'camt.xml',
      sha256: key.replaceAll('-', '').repeat(2),
      format: 'camt.054.001.08',
    }
    const { reference } = (statement as { it: { reference: string } }).it
    const entry = { key, amount_rappen: amount, currency: 'CHF', booked_on: '2026-11-20', reference }
    await sql`select public.import_bank_file(${sql.json(file)}, ${sql.json([entry])})`
    const [found] = await sql`
      select finding, status, settled_rappen::int as settled from public.bank_entries where entry_key = ${key}`
    const invoices = await sql`
      select (due_rappen - paid_rappen)::int as open from public.invoices where customer_id = ${id} order by due_on`
    return { ...found, open: invoices.map(({ open }) => open as number) }
  })
}

test('the slip of a statement pays all that is open, the oldest first, and what is too much waits', async () => {
  const id = await customerOwing(10_000, 5_000, 2_000)
  expect(await payStatement(id, 12_000)).toMatchObject({
    finding: 'partial',
    status: 'settled',
    open: [0, 3_000, 2_000],
  })
  expect(await payStatement(id, 5_000)).toMatchObject({
    finding: 'exact',
    status: 'settled',
    open: [0, 0, 0],
  })
  expect(await payStatement(id, 700)).toMatchObject({ finding: 'double', status: 'open', settled: 0 })
  const statement = await read(id)
  expect(statement.closing_rappen).toBe(0)
  const waiting = await database.as(company.owner, (sql) => sql`select public.list_open_bank_entries() as it`)
  expect(JSON.stringify(waiting)).toContain(id)
})

test('a slip that pays more than is open leaves the rest for a person', async () => {
  const id = await customerOwing(4_000)
  expect(await payStatement(id, 4_500)).toMatchObject({
    finding: 'over',
    status: 'open',
    settled: 4_000,
    open: [0],
  })
})

test('a statement is mailed once for each key, to those who can be written to', async () => {
  const id = await customerOwing(1_000)
  const send = (to: string, key: string, caller: Caller = company.owner) =>
    database.as(caller, (sql) => sql`select public.send_statement(${to}, '2026-01-01', '2026-12-31', ${key})`)
  const key = randomUUID()
  await send(id, key)
  await send(id, key)
  const jobs = await database.asPostgres(
    (sql) =>
      sql`select from public.outbox where topic = 'mail.statement' and payload ->> 'customer_id' = ${id}`,
  )
  expect(jobs).toHaveLength(1)
  await database.asPostgres((sql) => sql`update public.customers set email = null where id = ${id}`)
  expect((await refusalOf(send(id, randomUUID()))).code).toBe('no_contact')
  expect((await refusalOf(send(id, randomUUID(), technician))).status).toBe(403)
  expect((await refusalOf(send(id, randomUUID(), other.owner))).status).toBe(404)
})
