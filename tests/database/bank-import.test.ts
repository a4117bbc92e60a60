import { createHash, randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addMember } from './support/companies.ts'
import { type Caller, freshDatabase } from './support/database.ts'
import { foundRentalCompany, freeSlots, type RentalCompany } from './support/fleet.ts'
import { refusalOf } from './support/refusals.ts'
import { type IssuedInvoice, issueInvoice } from './support/rentals.ts'

/** What the bank says came in: matched to the rappen, once, and never in silence. */
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
interface Invoice extends IssuedInvoice {
  number: string
  reference: string
  customerId: string
}
let invoice: Invoice
const issue = async (): Promise<Invoice> => {
  const issued = await issueInvoice(database, company, staff, slot())
  const [row] = await database.as(
    staff,
    (sql) =>
      sql`select number, reference, customer_id as "customerId" from public.invoices where id = ${issued.id}`,
  )
  return { ...issued, ...(row as { number: string; reference: string; customerId: string }) }
}
beforeEach(async () => {
  invoice = await issue()
})

interface Given {
  amount_rappen: number
  reference?: string
  message?: string
  key?: string
  currency?: string
  booking?: string
  is_collective?: boolean
  debtor_name?: string
  booked_on?: string
}
const entry = (fields: Given) => ({ key: randomUUID(), currency: 'CHF', booked_on: '2026-11-20', ...fields })

interface Outcome extends Record<string, number | string | boolean> {
  repeated: boolean
  known: number
  open: number
}
const importFile = (
  entries: Given[],
  { caller = staff as Caller, sha = randomUUID(), accounts = [] as string[] } = {},
) =>
  database.as(caller, async (sql) => {
    const file = {
      file_name: 'camt.xml',
      sha256: createHash('sha256').update(sha).digest('hex'),
      format: 'camt.054.001.08',
      accounts,
    }
    const [row] =
      await sql`select public.import_bank_file(${sql.json(file)}, ${sql.json(entries.map(entry))}) as it`
    return row?.it as Outcome
  })

const state = async ({ id }: IssuedInvoice = invoice) => {
  const [row] = await database.as(
    staff,
    (sql) =>
      sql`select status, (total_rappen - paid_rappen)::int as open from public.invoices where id = ${id}`,
  )
  return [row?.status, row?.open]
}
const openEntries = async () => {
  const [row] = await database.as(staff, (sql) => sql`select public.list_open_bank_entries() as it`)
  return row?.it as {
    id: string
    left_rappen: number
    finding: string
    invoice: { number: string } | null
    suggestions: { number: string }[]
  }[]
}
const latest = async () => {
  const entries = await openEntries()
  const last = entries.at(-1)
  if (!last) throw new Error('Nothing waits.')
  return last
}
const balances = () =>
  database.asPostgres(async (sql) => {
    const rows = await sql`
      select account, sum(amount_rappen)::int as rappen from public.ledger_entries where company_id = ${company.companyId} group by account`
    return Object.fromEntries(rows.map(({ account, rappen }) => [account, rappen])) as Record<string, number>
  })
const assign = (caller: Caller, entryId: string, invoiceId: string) =>
  database.as(caller, async (sql) => {
    const [row] = await sql`select public.assign_bank_entry(${entryId}, ${invoiceId}) as it`
    return row?.it as { settled_rappen: number; left_rappen: number }
  })
const credit = (caller: Caller, entryId: string, customerId: string) =>
  database.as(caller, (sql) => sql`select public.credit_bank_entry(${entryId}, ${customerId})`)
const ignore = (caller: Caller, entryId: string, reason: string | null) =>
  database.as(caller, (sql) => sql`select public.ignore_bank_entry(${entryId}, ${reason})`)

test('what matches a reference to the rappen pays the invoice, and the same file twice changes nothing', async () => {
  const entries = [{ key: randomUUID(), amount_rappen: invoice.openRappen, reference: invoice.reference }]
  const sha = randomUUID()
  const before = await balances()
  expect(await importFile(entries, { sha })).toMatchObject({ repeated: false, exact: 1, open: 0, known: 0 })
  expect(await state()).toEqual(['paid', 0])
  const after = await balances()
  expect(after.bank).toBe((before.bank ?? 0) + invoice.openRappen)
  expect(after.receivables).toBe((before.receivables ?? 0) - invoice.openRappen)
  expect(await importFile(entries, { sha })).toMatchObject({ repeated: true, exact: 1 })
  expect(await importFile(entries)).toMatchObject({ repeated: false, known: 1, exact: 0 })
  expect(await balances()).toEqual(after)
})

test('ten at once with the same file are one import', async () => {
  const entries = [{ key: randomUUID(), amount_rappen: invoice.openRappen, reference: invoice.reference }]
  const sha = randomUUID()
  const outcomes = await Promise.all(Array.from({ length: 10 }, () => importFile(entries, { sha })))
  expect(outcomes.filter(({ repeated }) => !repeated)).toHaveLength(1)
  expect(await state()).toEqual(['paid', 0])
})

test('two files that overlap book what they share once, at the same moment too', async () => {
  const shared = { key: randomUUID(), amount_rappen: invoice.openRappen, reference: invoice.reference }
  const outcomes = await Promise.all(Array.from({ length: 6 }, () => importFile([shared])))
  expect(outcomes.reduce((sum, { exact }) => sum + Number(exact), 0)).toBe(1)
  expect(await state()).toEqual(['paid', 0])
})

test('a part pays a part, and the next part the rest', async () => {
  const part = Math.floor(invoice.openRappen / 3)
  expect(await importFile([{ amount_rappen: part, reference: invoice.reference }])).toMatchObject({
    partial: 1,
    open: 0,
  })
  expect(await state()).toEqual(['partially_paid', invoice.openRappen - part])
  expect(
    await importFile([{ amount_rappen: invoice.openRappen - part, reference: invoice.reference }]),
  ).toMatchObject({ exact: 1 })
  expect(await state()).toEqual(['paid', 0])
})

test('a company’s first large file is booked without reading all of its entries for each of them', async () => {
  await importFile([{ amount_rappen: 1 }])
  await database.asPostgres((sql) => sql`analyze public.bank_entries`)
  const entries = Array.from({ length: 1_000 }, () => ({ amount_rappen: 1, reference: invoice.reference }))
  const read = await database.as(staff, async (sql) => {
    const file = { file_name: 'camt.xml', sha256: 'd'.repeat(64), format: 'camt.054.001.08' }
    await sql`select public.import_bank_file(${sql.json(file)}, ${sql.json(entries.map(entry))})`
    const [row] = await sql`
      select (idx_tup_fetch + seq_tup_read)::int as rows from pg_stat_xact_user_tables where relid = 'public.bank_entries'::regclass`
    return row?.rows as number
  })
  expect(await state()).toEqual(['partially_paid', invoice.openRappen - 1_000])
  expect(read).toBeLessThan(20 * 1_000)
})

test('too much pays the invoice, and the rest can be kept as the customer’s balance, once', async () => {
  const before = await balances()
  expect(
    await importFile([{ amount_rappen: invoice.openRappen + 1_000, reference: invoice.reference }]),
  ).toMatchObject({ over: 1, open: 1 })
  expect(await state()).toEqual(['paid', 0])
  const waiting = await latest()
  expect(waiting).toMatchObject({ left_rappen: 1_000, finding: 'over', invoice: { number: invoice.number } })
  expect((await balances()).unallocated_receipts).toBe((before.unallocated_receipts ?? 0) - 1_000)
  const attempts = await Promise.allSettled(
    Array.from({ length: 5 }, () => credit(staff, waiting.id, invoice.customerId)),
  )
  expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect((await balances()).customer_credits).toBe((before.customer_credits ?? 0) - 1_000)
  expect((await balances()).unallocated_receipts ?? 0).toBe(before.unallocated_receipts ?? 0)
})

test('paid twice in one file: the second waits whole', async () => {
  const twice = { amount_rappen: invoice.openRappen, reference: invoice.reference }
  expect(await importFile([twice, twice])).toMatchObject({ exact: 1, double: 1, open: 1 })
  expect(await latest()).toMatchObject({ finding: 'double', left_rappen: invoice.openRappen })
})

test('an unknown payment offers the invoices it could be for, and pays the one that is chosen as far as that goes', async () => {
  await importFile([
    {
      amount_rappen: invoice.openRappen + 500,
      message: `Ihre Rechnung ${invoice.number}`,
      debtor_name: 'A. Muster',
    },
  ])
  const waiting = await latest()
  expect(waiting).toMatchObject({ finding: 'unknown', invoice: null })
  expect(waiting.suggestions[0]).toMatchObject({ number: invoice.number })
  expect(await assign(staff, waiting.id, invoice.id)).toEqual({
    settled_rappen: invoice.openRappen,
    left_rappen: 500,
  })
  expect(await refusalOf(assign(staff, waiting.id, invoice.id))).toMatchObject({
    status: 409,
    code: 'invoice_settled',
  })
  await ignore(staff, waiting.id, 'Trinkgeld für das Team')
  expect(await refusalOf(ignore(staff, waiting.id, 'noch einmal'))).toMatchObject({
    code: 'bank_entry_resolved',
  })
})

test('what is left out needs a reason and leaves the books', async () => {
  const before = await balances()
  await importFile([{ amount_rappen: 7_700 }])
  const { id } = await latest()
  expect(await refusalOf(ignore(staff, id, ' '))).toMatchObject({ status: 422 })
  expect(await refusalOf(ignore(staff, id, null))).toMatchObject({ status: 422 })
  await ignore(staff, id, 'Privateinlage')
  expect((await balances()).bank ?? 0).toBe(before.bank ?? 0)
})

test('a sum without details makes room for its payments when they come, and never the other way round', async () => {
  const booking = randomUUID()
  const before = await balances()
  const sum = { amount_rappen: invoice.openRappen, booking, is_collective: true }
  const detail = { amount_rappen: invoice.openRappen, booking, reference: invoice.reference }
  await importFile([sum])
  expect((await balances()).bank).toBe((before.bank ?? 0) + invoice.openRappen)
  expect(await importFile([detail])).toMatchObject({ exact: 1 })
  expect((await balances()).bank).toBe((before.bank ?? 0) + invoice.openRappen)
  expect(await importFile([sum])).toMatchObject({ known: 1, open: 0 })
})

test('a bank that calls its bookings the same every day means another sum each day', async () => {
  const daily = { booking: 'SAMMEL', amount_rappen: 7_703 }
  await importFile([{ ...daily, booked_on: '2026-11-19' }])
  expect(await importFile([{ ...daily, is_collective: true }])).toMatchObject({ known: 0, open: 1 })
  await importFile([{ ...daily, booked_on: '2026-11-18' }])
  expect((await openEntries()).filter(({ left_rappen }) => left_rappen === 7_703)).toHaveLength(3)
})

test('what lies further ahead than the next working days is no booking, and nothing of the file is booked', async () => {
  const inDays = async (days: number) => {
    const [row] = await database.asPostgres(
      (sql) => sql`select (private.today(${company.companyId}) + ${days}::int)::text as day`,
    )
    return row?.day as string
  }
  const payment = { amount_rappen: invoice.openRappen, reference: invoice.reference }
  expect(
    await refusalOf(importFile([payment, { amount_rappen: 100, booked_on: await inDays(8) }])),
  ).toMatchObject({ status: 422, code: 'bank_file_ahead' })
  expect(await state()).toEqual(['partially_paid', invoice.openRappen])
  expect(await importFile([{ ...payment, booked_on: await inDays(3) }])).toMatchObject({ exact: 1 })
})

test('an account that is neither on the invoices nor known from a file is named, once', async () => {
  const [own] = await database.asPostgres(
    (sql) => sql`select replace(iban, ' ', '') as iban from public.companies where id = ${company.companyId}`,
  )
  const accounts = [own?.iban as string, 'CH9300762011623852957']
  expect(await importFile([], { accounts })).toMatchObject({ new_accounts: ['CH9300762011623852957'] })
  expect(await importFile([], { accounts })).toMatchObject({ new_accounts: [] })
})

test('a void invoice takes no money', async () => {
  const askFor = (percent: number) =>
    database.as(company.owner, (sql) => sql`update public.companies set booking_deposit_percent = ${percent}`)
  await askFor(0)
  const unpaid = await issue()
  await askFor(50)
  await database.asPostgres((sql) => sql`update public.invoices set status = 'void' where id = ${unpaid.id}`)
  expect(await importFile([{ amount_rappen: unpaid.openRappen, reference: unpaid.reference }])).toMatchObject(
    { unknown: 1 },
  )
  await ignore(staff, (await latest()).id, 'zurücküberwiesen')
})

describe('a balance', () => {
  const apply = (rappen: number, key: string | null = null) =>
    database.as(
      staff,
      (sql) => sql`select public.apply_customer_credit(${invoice.id}, ${rappen}, ${key}) as it`,
    )
  const payOut = (caller: Caller, method: string, rappen: number) =>
    database.as(
      caller,
      (sql) =>
        sql`select public.pay_out_customer_credit(${invoice.customerId}, ${method}::public.payment_method, ${rappen})`,
    )

  test('pays an invoice or is paid out, and is never spent twice', async () => {
    await importFile([{ amount_rappen: 5_000 }])
    await credit(staff, (await latest()).id, invoice.customerId)
    const key = randomUUID()
    await Promise.all([apply(1_000, key), apply(1_000, key)])
    expect(await state()).toEqual(['partially_paid', invoice.openRappen - 1_000])
    expect(await refusalOf(apply(4_001))).toMatchObject({
      code: 'credit_exceeded',
      details: { balance_rappen: 4_000 },
    })
    expect(await refusalOf(payOut(company.owner, 'cash', 1_001))).toMatchObject({
      code: 'cash_needs_five_rappen',
    })
    expect(await refusalOf(payOut(company.owner, 'card', 1_000))).toMatchObject({ code: 'invalid_input' })
    expect(await refusalOf(payOut(staff, 'cash', 1_000))).toMatchObject({ code: 'forbidden' })
    const attempts = await Promise.allSettled(
      Array.from({ length: 4 }, () => payOut(company.owner, 'bank_transfer', 1_500)),
    )
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(2)
  })

  test('never changes afterwards, not even for the owner of the database', async () => {
    const change = database.asPostgres((sql) => sql`update public.customer_credits set amount_rappen = 1`)
    expect(await refusalOf(change)).toMatchObject({ code: 'append_only' })
  })
})

describe('refused is', () => {
  test('another currency, the whole file', async () => {
    const entries = [{ amount_rappen: 100 }, { amount_rappen: 100, currency: 'EUR' }]
    expect(await refusalOf(importFile(entries))).toMatchObject({ status: 422, code: 'bank_currency' })
  })

  test.each([0, -100, 1e12, 0.5])('an amount of %s', async (amount_rappen) => {
    expect(await refusalOf(importFile([{ amount_rappen }]))).toMatchObject({
      status: 422,
      code: 'invalid_input',
    })
  })

  test('whatever another company’s people try', async () => {
    await importFile([{ amount_rappen: 900 }])
    const { id } = await latest()
    const missing = randomUUID()
    for (const attempt of [
      (entryId: string) => assign(other.owner, entryId, invoice.id),
      (entryId: string) => credit(other.owner, entryId, invoice.customerId),
      (entryId: string) => ignore(other.owner, entryId, 'x'),
    ])
      expect(await refusalOf(attempt(id))).toEqual(await refusalOf(attempt(missing)))
    const [seen] = await database.as(
      other.owner,
      (sql) => sql`select count(*)::int as count from public.bank_entries`,
    )
    expect(seen?.count).toBe(0)
    // The same reference in another company's file is nobody's there.
    expect(
      await importFile([{ amount_rappen: invoice.openRappen, reference: invoice.reference }], {
        caller: other.owner,
      }),
    ).toMatchObject({ unknown: 1 })
    await ignore(staff, id, 'fertig')
  })

  test('a viewer, and a visitor', async () => {
    const viewer = await addMember(database, company.companyId, 'viewer')
    expect(await refusalOf(importFile([{ amount_rappen: 100 }], { caller: viewer }))).toMatchObject({
      code: 'forbidden',
    })
    const anonymous = database.asAnon((sql) => sql`select public.import_bank_file('{}', '[]')`)
    expect(await refusalOf(anonymous)).toMatchObject({ status: 403 })
  })
})

test('after all that the ledger sums to nothing, and what waits is what the ledger says is unallocated', async () => {
  const all = await balances()
  expect(Object.values(all).reduce((total, rappen) => total + rappen, 0)).toBe(0)
  const waiting = (await openEntries()).reduce((sum, { left_rappen }) => sum + left_rappen, 0)
  expect(-(all.unallocated_receipts ?? 0)).toBe(waiting)
})
