import type { JSONValue } from 'postgres'
import { beforeAll, expect, test } from 'vitest'
import { addMember } from './support/companies.ts'
import { type Caller, freshDatabase } from './support/database.ts'
import { foundRentalCompany, freeSlots, type RentalCompany } from './support/fleet.ts'
import { refusalOf } from './support/refusals.ts'
import { issueInvoice } from './support/rentals.ts'

/** The books as somebody else's accounting reads them. */
const database = freshDatabase()
let company: RentalCompany
let other: RentalCompany
let staff: Caller
const slot = freeSlots(() => company)

interface Line {
  transaction: number
  reference: string | null
  kind: string
  account: string
  number: string
  vat_code: string | null
  amount_rappen: number
}

const today = new Date().toISOString().slice(0, 10)
const lines = (caller: Caller, from = today, until = today) =>
  database.as(caller, async (sql) => {
    const [row] = await sql`select public.accounting_lines(${from}::date - 1, ${until}::date + 1) as it`
    return row?.it as Line[]
  })

beforeAll(async () => {
  company = await foundRentalCompany(database)
  other = await foundRentalCompany(database)
  staff = await addMember(database, company.companyId, 'staff')
  const invoice = await issueInvoice(database, company, company.owner, slot())
  await database.as(company.owner, async (sql) => {
    await sql`select public.record_payment(${invoice.id}, 'cash', 500)`
    await sql`select public.credit_invoice(${invoice.id}, 100, 'Kulanz')`
    const mixed = [810, 260, 0].map((vat_bp) => ({ text: 'Ware', quantity: 1, unit_rappen: 10_000, vat_bp }))
    const [draft] = await sql`
      select public.save_invoice_draft((select customer_id from public.invoices limit 1), ${sql.json({ lines: mixed })}) as id`
    await sql`select public.issue_invoice_draft(${draft?.id})`
  })
})

test('the lines add up to the trial balance, account by account and voucher by voucher', async () => {
  const [balance] = await database.as(company.owner, (sql) => sql`select public.trial_balance() as it`)
  const exported = await lines(company.owner)
  const sumBy = (key: (line: Line) => string) => {
    const sums = new Map<string, number>()
    for (const line of exported) sums.set(key(line), (sums.get(key(line)) ?? 0) + line.amount_rappen)
    return Object.fromEntries(sums)
  }
  const balances = balance?.it.accounts as { account: string; balance_rappen: number }[]
  expect(sumBy(({ account }) => account)).toEqual(
    Object.fromEntries(balances.map(({ account, balance_rappen }) => [account, balance_rappen])),
  )
  expect(new Set(Object.values(sumBy(({ transaction }) => String(transaction))))).toEqual(new Set([0]))
})

test('cash that came after its day was closed has one day, in the cash book and in the export', async () => {
  const invoice = await issueInvoice(database, company, company.owner, slot())
  const [till] = await database.as(company.owner, async (sql) => {
    const [at] = await sql`
      select r.return_location_id as id from public.invoices i join public.contracts c on c.id = i.contract_id join public.reservations r on r.id = c.reservation_id where i.id = ${invoice.id}`
    await sql`select public.close_cash_day(${at?.id}, (now() at time zone 'Europe/Zurich')::date, 0)`
    await sql`select public.record_payment(${invoice.id}, 'cash', 700)`
    return sql`
      select cash_on::text as day, (cash_on - 1)::text as before from public.ledger_entries where account = 'cash' and source_kind = 'payment' order by id desc limit 1`
  })
  const on = (day: string) =>
    database.as(company.owner, async (sql) => {
      const [row] = await sql`select public.accounting_lines(${day}, ${day}) as it`
      const found = row?.it as Line[]
      return found.filter(({ kind, amount_rappen }) => kind === 'payment' && amount_rappen === 700)
    })
  expect(await on(till?.before)).toEqual([])
  expect(await on(till?.day)).toMatchObject([{ account: 'cash', day: till?.day }])
})

test('revenue and VAT of an invoice come by rate, each with its code', async () => {
  const [invoice] = await database.as(
    company.owner,
    (sql) => sql`select number from public.invoices where contract_id is null`,
  )
  const own = (await lines(company.owner)).filter(({ reference }) => reference === invoice?.number)
  expect(own.map(({ number, vat_code, amount_rappen }) => [number, vat_code, amount_rappen])).toEqual([
    ['1100', null, 30_000],
    ['2200', 'UN81', -749],
    ['2200', 'UR26', -253],
    ['3400', 'UN81', -9_251],
    ['3400', 'UR26', -9_747],
    ['3400', null, -10_000],
  ])
})

const setNumbers = (numbers: JSONValue, caller: Caller = company.owner) =>
  database.as(caller, (sql) => sql`select public.set_account_numbers(${sql.json(numbers)})`)

test('numbers of one’s own chart take the place of the usual ones, for this company alone', async () => {
  await setNumbers({ revenue: '3200', vat_810: 'N81' })
  await setNumbers({ revenue: '3201' })
  const numbers = new Set((await lines(company.owner)).map(({ number }) => number))
  expect(numbers).toContain('3201')
  expect(numbers).not.toContain('3400')
  const [chart] = await database.as(other.owner, (sql) => sql`select public.account_chart() as it`)
  expect(chart?.it).toContainEqual({ account: 'revenue', number: '3400', usual: '3400' })
})

test.each<JSONValue>([
  [],
  'x',
  { unknown: '1' },
  { revenue: '' },
  { revenue: ['1'] },
  { revenue: '1;2' },
  { revenue: '=1' },
])('numbers like %j are refused', async (numbers) => {
  expect(await refusalOf(setNumbers(numbers))).toMatchObject({ status: 422, code: 'invalid_input' })
})

test('staff neither take the books along nor change the chart; another company gets its own alone', async () => {
  expect((await refusalOf(lines(staff))).status).toBe(403)
  expect((await refusalOf(setNumbers({ revenue: '1' }, staff))).status).toBe(403)
  expect(await lines(other.owner)).toEqual([])
  expect((await refusalOf(lines(company.owner, '2020-01-01', today))).code).toBe('invalid_input')
})
