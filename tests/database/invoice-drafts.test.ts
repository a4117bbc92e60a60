import { randomUUID } from 'node:crypto'
import type { JSONValue } from 'postgres'
import { beforeAll, expect, test } from 'vitest'
import { addMember } from './support/companies.ts'
import { type Caller, freshDatabase } from './support/database.ts'
import { foundRentalCompany, type RentalCompany } from './support/fleet.ts'
import { refusalOf } from './support/refusals.ts'
import { newCustomer } from './support/rentals.ts'

/** Invoices written by hand: draft, issue, credit. */
const database = freshDatabase()
let company: RentalCompany
let other: RentalCompany
let staff: Required<Pick<Caller, 'userId' | 'companyId'>>
let viewer: Caller
let customer: string

beforeAll(async () => {
  company = await foundRentalCompany(database)
  other = await foundRentalCompany(database)
  staff = await addMember(database, company.companyId, 'staff')
  viewer = await addMember(database, company.companyId, 'viewer')
  customer = await addCustomer(company)
})

const addCustomer = (whose: RentalCompany) =>
  database.as(whose.owner, async (sql) => {
    const [row] =
      await sql`select public.create_customer(${sql.json({ kind: 'person', ...newCustomer() })}) as id`
    return row?.id as string
  })

const line = (fields: Record<string, JSONValue> = {}) => ({
  text: 'Reinigung',
  quantity: 1,
  unit_rappen: 10_810,
  vat_bp: 810,
  ...fields,
})

const save = (
  lines: JSONValue,
  { caller = staff as Caller, id = null as string | null, key = null as string | null, more = {} } = {},
) =>
  database.as(caller, async (sql) => {
    const [row] = await sql`
      select public.save_invoice_draft(${customer}, ${sql.json({ lines, ...more })}, ${id}, ${key}) as id`
    return row?.id as string
  })

const issue = (id: string, caller: Caller = staff) =>
  database.as(caller, async (sql) => {
    const [row] = await sql`select public.issue_invoice_draft(${id}) as number`
    return row?.number as string
  })

const read = async (id: string) => {
  const [row] = await database.as(
    staff,
    (sql) => sql`
      select number, status, total_rappen::int as total, vat, issued_on::text as issued, due_on::text as due, reference, debtor ->> 'name' as debtor,
        due_on - issued_on as terms from public.invoices where id = ${id}`,
  )
  return row
}

const posted = (id: string) =>
  database.asPostgres(async (sql) => {
    const rows = await sql`
      select account, amount_rappen::int as rappen from public.ledger_entries where source_kind = 'invoice' and source_id = ${id}`
    return Object.fromEntries(rows.map(({ account, rappen }) => [account, rappen]))
  })

test('a draft has no number and owes nothing; issuing gives it both', async () => {
  const id = await save([line(), line({ text: 'Buch', unit_rappen: 2_565, quantity: 2, vat_bp: 260 })])
  expect(await read(id)).toMatchObject({ status: 'draft', number: null, total: 15_940, reference: null })
  expect(await posted(id)).toEqual({})
  const number = await issue(id)
  expect(number).toMatch(/^F-\d{4}-\d{5}$/)
  expect(await read(id)).toMatchObject({
    status: 'open',
    number,
    total: 15_940,
    terms: 30,
    debtor: 'Anna Muster',
  })
  expect(await posted(id)).toEqual({ receivables: 15_940, vat_due: -940, revenue: -15_000 })
})

test('the preview says what the draft will come to', async () => {
  const lines = [line({ quantity: 1.5, unit_rappen: 333 }), line({ unit_rappen: -100, vat_bp: 0 })]
  const [row] = await database.as(
    staff,
    (sql) => sql`select public.price_invoice_lines(${sql.json(lines)}) as it`,
  )
  expect(row?.it).toMatchObject({ amounts: [500, -100], total_rappen: 400, rates_bp: [810, 380, 260, 0] })
  expect(await read(await save(lines))).toMatchObject({ total: 400, vat: row?.it.vat })
})

test('a total below nothing or above what a QR-bill can carry is told as one, while it is written and when it is kept', async () => {
  const most = 99_999_999_999
  for (const lines of [
    [line({ unit_rappen: -1 })],
    [line({ unit_rappen: most }), line({ unit_rappen: 1 })],
    [line({ quantity: 99_999, unit_rappen: most })],
  ]) {
    const price = database.as(
      staff,
      (sql) => sql`select public.price_invoice_lines(${sql.json(lines)}) as it`,
    )
    expect(await refusalOf(price)).toMatchObject({ status: 422, code: 'invoice_total' })
    expect(await refusalOf(save(lines))).toMatchObject({ status: 422, code: 'invoice_total' })
  }
  expect(await save([line({ unit_rappen: most - 1 }), line({ unit_rappen: 1 })])).toMatch(/^[0-9a-f-]{36}$/)
})

test('a draft changes as often as it likes, an issued invoice never again', async () => {
  const id = await save([line()])
  await save([line({ unit_rappen: 500 })], { id, more: { due_on: '2199-01-31' } })
  expect(await read(id)).toMatchObject({ total: 500, due: '2199-01-31' })
  await issue(id)
  expect(await refusalOf(save([line()], { id }))).toMatchObject({ status: 409, code: 'invalid_transition' })
  const remove = database.as(staff, (sql) => sql`select public.delete_invoice_draft(${id})`)
  expect(await refusalOf(remove)).toMatchObject({ status: 409, code: 'invalid_transition' })
  const change = database.asPostgres(
    (sql) => sql`update public.invoices set total_rappen = 1 where id = ${id}`,
  )
  expect((await refusalOf(change)).code).toBe('invoice_is_immutable')
  const cut = database.asPostgres((sql) => sql`delete from public.invoice_lines where invoice_id = ${id}`)
  expect((await refusalOf(cut)).code).toBe('append_only')
})

test('a draft that is thrown away leaves no gap', async () => {
  const [first, second, third] = [await save([line()]), await save([line()]), await save([line()])]
  const before = await issue(first)
  await database.as(staff, (sql) => sql`select public.delete_invoice_draft(${second})`)
  expect(Number((await issue(third)).slice(-5))).toBe(Number(before.slice(-5)) + 1)
})

test('pressed twenty times at once, a draft is one draft and one invoice', async () => {
  const key = randomUUID()
  const ids = await Promise.all(Array.from({ length: 20 }, () => save([line()], { key })))
  expect(new Set(ids).size).toBe(1)
  const numbers = await Promise.all(Array.from({ length: 20 }, () => issue(ids[0] ?? '')))
  expect(new Set(numbers).size).toBe(1)
  expect(await posted(ids[0] ?? '')).toMatchObject({ receivables: 10_810 })
})

test('fifty drafts issued at once have fifty numbers in a row', async () => {
  const ids = await Promise.all(Array.from({ length: 50 }, () => save([line()])))
  const places = (await Promise.all(ids.map((id) => issue(id)))).map((number) => Number(number.slice(-5)))
  const first = Math.min(...places)
  expect(places.sort((one, two) => one - two)).toEqual(Array.from({ length: 50 }, (_, n) => first + n))
})

test.each([
  ['no line', [], 'invoice_empty'],
  ['a line without words', [line({ text: ' ' })], 'invoice_empty'],
  ['nothing to pay', [line(), line({ unit_rappen: -10_810 })], 'invoice_empty'],
])('an invoice with %s cannot be issued', async (_, lines, code) => {
  expect(await refusalOf(issue(await save(lines)))).toMatchObject({ status: 422, code })
})

test('what is due before it is issued is refused', async () => {
  const id = await save([line()], { more: { due_on: '2020-01-01' } })
  expect(await refusalOf(issue(id))).toMatchObject({ status: 422, code: 'due_in_past' })
})

test.each<JSONValue>([
  'no lines',
  { lines: [] },
  [line({ quantity: 0 })],
  [line({ quantity: -1 })],
  [line({ quantity: 0.0001 })],
  [line({ quantity: 1e9 })],
  [line({ quantity: 'NaN' })],
  [line({ unit_rappen: 0.5 })],
  [line({ unit_rappen: 99_999_999_999_999 })],
  [line({ text: ['a'] })],
  [line({ text: 'a\u0007b' })],
  [line({ text: 'x'.repeat(301) })],
  [line({ vat_bp: -810 })],
  Array.from({ length: 201 }, () => line()),
])('lines like %j are refused', async (lines) => {
  expect(await refusalOf(save(lines))).toMatchObject({ status: 422, code: 'invalid_input' })
})

test('VAT is charged at the rates of the day of the service, and not at all without VAT duty', async () => {
  const refused = { status: 422, code: 'vat_rate_unknown' }
  expect(await refusalOf(save([line({ vat_bp: 770 })]))).toMatchObject(refused)
  const old = { service_from: '2023-12-01', service_to: '2023-12-31' }
  expect(await read(await save([line({ vat_bp: 770 })], { more: old }))).toMatchObject({ total: 10_810 })
  await database.as(company.owner, (sql) => sql`update public.companies set vat_registered = false`)
  expect(await refusalOf(save([line()]))).toMatchObject({ ...refused, details: { rates_bp: [0] } })
  await database.as(company.owner, (sql) => sql`update public.companies set vat_registered = true`)
})

test('viewers and other companies write nothing', async () => {
  const id = await save([line()])
  expect((await refusalOf(save([line()], { caller: viewer }))).status).toBe(403)
  expect((await refusalOf(issue(id, viewer))).status).toBe(403)
  for (const act of [
    () => save([line()], { caller: other.owner }),
    () => issue(id, other.owner),
    () => database.as(other.owner, (sql) => sql`select public.delete_invoice_draft(${id})`),
  ])
    expect(await refusalOf(act())).toMatchObject({ status: 404, code: 'not_found' })
})

const creditLines = (invoice: string, lines: string[], caller: Caller = company.owner) =>
  database.as(
    caller,
    (sql) => sql`select public.credit_invoice_lines(${invoice}, ${lines}, 'Doppelt verrechnet') as id`,
  )

const linesOf = async (id: string) =>
  (
    await database.as(
      staff,
      (sql) => sql`select id from public.invoice_lines where invoice_id = ${id} order by position`,
    )
  ).map((row) => row.id as string)

test('chosen lines are credited with the VAT of their own rate, and once', async () => {
  const id = await save([
    line(),
    line({ unit_rappen: 5_000, vat_bp: 0 }),
    line({ unit_rappen: 2_060, vat_bp: 260 }),
  ])
  await issue(id)
  const [first, second, third] = await linesOf(id)
  await creditLines(id, [first ?? '', second ?? ''])
  const notes = await database.as(
    staff,
    (sql) =>
      sql`select number, amount_rappen::int as amount, vat from public.credit_notes where invoice_id = ${id}`,
  )
  expect(notes[0]).toMatchObject({
    amount: 15_810,
    vat: [{ rate_bp: 810, gross_rappen: 10_810, vat_rappen: 810 }],
  })
  const again = await refusalOf(creditLines(id, [first ?? '']))
  expect(again).toMatchObject({ status: 422, code: 'credit_exceeds_invoice' })
  await creditLines(id, [third ?? ''])
  expect(await read(id)).toMatchObject({ status: 'void' })
})

test('lines of another invoice, of another company or chosen by staff are not credited', async () => {
  const [one, two] = [await save([line()]), await save([line()])]
  await Promise.all([issue(one), issue(two)])
  const [foreign] = await linesOf(two)
  expect((await refusalOf(creditLines(one, [foreign ?? '']))).code).toBe('credit_exceeds_invoice')
  expect((await refusalOf(creditLines(one, []))).code).toBe('credit_exceeds_invoice')
  expect((await refusalOf(creditLines(two, [foreign ?? ''], other.owner))).status).toBe(404)
  expect((await refusalOf(creditLines(two, [foreign ?? ''], staff))).status).toBe(403)
})

test('an amount credited of an invoice with damages takes back no more VAT than was charged', async () => {
  const id = await save([line({ unit_rappen: 10_000 }), line({ unit_rappen: 10_000, vat_bp: 0 })])
  await issue(id)
  await database.as(company.owner, (sql) => sql`select public.credit_invoice(${id}, 20000, 'Storno')`)
  const [row] = await database.asPostgres(
    (sql) => sql`
      select sum(amount_rappen)::int as left from public.ledger_entries where account = 'vat_due'
        and source_id in (select ${id} union select id::text from public.credit_notes where invoice_id = ${id})`,
  )
  expect(row?.left).toBe(0)
})

test('what is left after a line was credited goes back with the VAT of what is left', async () => {
  const id = await save([
    line({ unit_rappen: 10_000, vat_bp: 260 }),
    line({ unit_rappen: 20_000, vat_bp: 0 }),
  ])
  await issue(id)
  const [taxed] = await linesOf(id)
  await creditLines(id, [taxed ?? ''])
  const [row] = await database.as(company.owner, async (sql) => {
    await sql`select public.credit_invoice(${id}, 12000, 'Kulanz')`
    return sql`select vat from public.credit_notes where invoice_id = ${id} and amount_rappen = 12000`
  })
  expect(row?.vat).toEqual([])
})
