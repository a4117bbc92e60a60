import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { addMember } from './support/companies.ts'
import { type Caller, freshDatabase } from './support/database.ts'
import { foundRentalCompany, freeSlots, type RentalCompany } from './support/fleet.ts'
import { refusalOf } from './support/refusals.ts'
import { bookAndPay, handOver, issueInvoice } from './support/rentals.ts'

/** What lies in the till, day by day, and that it is what the ledger says. */
const database = freshDatabase()
let company: RentalCompany
let other: RentalCompany
let staff: Required<Pick<Caller, 'userId' | 'companyId'>>
let viewer: Caller
let till: string
let today: string
const slot = freeSlots(() => company)

beforeAll(async () => {
  company = await foundRentalCompany(database)
  other = await foundRentalCompany(database)
  staff = await addMember(database, company.companyId, 'staff')
  viewer = await addMember(database, company.companyId, 'viewer')
  const [row] = await database.asPostgres(
    (sql) => sql`
      select location_id as id, (now() at time zone 'Europe/Zurich')::date::text as today from public.vehicles where id = ${slot().vehicleId}`,
  )
  till = row?.id
  today = row?.today
  // Whatever is rented is fetched and brought back where this till stands.
  await database.asPostgres(
    (sql) => sql`update public.vehicles set location_id = ${till} where company_id = ${company.companyId}`,
  )
})

const dayOff = (days: number) =>
  new Date(Date.parse(`${today}T00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

const book = (from: string, until = from, caller: Caller = staff, location = till) =>
  database.as(caller, async (sql) => {
    const [row] = await sql`select public.cash_book(${location}, ${from}, ${until}) as it`
    return row?.it
  })

const move = (rappen: number, kind = 'transfer', caller: Caller = staff, key: string | null = null) =>
  database.as(
    caller,
    (sql) => sql`select public.record_cash_entry(${till}, ${kind}, ${rappen}, 'Wechselgeld', ${key}) as id`,
  )

const close = (day: string, counted: number | null, caller: Caller = staff, location = till) =>
  database.as(caller, async (sql) => {
    const [row] = await sql`select public.close_cash_day(${location}, ${day}, ${counted}, 'gezählt') as it`
    return row?.it as { expected_rappen: number; difference_rappen: number }
  })

const payCash = (invoice: string, rappen: number, day: string, location: string | null = null) =>
  database.as(
    staff,
    (sql) =>
      sql`select public.record_payment(${invoice}, 'cash', ${rappen}, ${day}, p_location_id => ${location})`,
  )

async function expectBooksAgree() {
  const [row] = await database.asPostgres(
    (sql) => sql`
      select sum(amount_rappen) filter (where account = 'cash')::int as ledger,
        sum(amount_rappen) filter (where account = 'cash' and location_id is not null and cash_on is not null)::int as books,
        sum(amount_rappen)::int as all from public.ledger_entries where company_id = ${company.companyId}`,
  )
  expect(row?.books).toBe(row?.ledger)
  expect(row?.all).toBe(0)
}

test('payments, deposits and their return land in the till of the rental by themselves', async () => {
  const before = await book(today)
  const invoice = await issueInvoice(database, company, staff, slot())
  await payCash(invoice.id, 500, today)
  const rental = await bookAndPay(database, company, slot())
  const { contractId } = await handOver(database, staff, rental.id)
  const after = await book(today)
  const kinds = after.entries.map(({ kind }: { kind: string }) => kind)
  expect(kinds).toEqual(expect.arrayContaining(['deposit', 'payment']))
  const payment = after.entries.find(({ kind }: { kind: string }) => kind === 'payment')
  expect(payment).toMatchObject({ amount_rappen: 500, subject: { customer: 'Anna Muster' } })
  await database.as(
    staff,
    (sql) => sql`select public.resolve_deposit(id) from public.deposits where contract_id = ${contractId}`,
  )
  expect((await book(today)).out_rappen).toBeLessThan(before.out_rappen)
  await expectBooksAgree()
})

test('an expense is paid from the till, once a key, in five rappen and never more than is there', async () => {
  await move(20_000)
  const { closing_rappen: before } = await book(today)
  const key = randomUUID()
  await Promise.all(Array.from({ length: 10 }, () => move(-1_250, 'expense', staff, key)))
  expect((await book(today)).closing_rappen).toBe(before - 1_250)
  expect(await refusalOf(move(-1_251, 'expense'))).toMatchObject({ code: 'cash_needs_five_rappen' })
  expect(await refusalOf(move(500, 'expense'))).toMatchObject({ status: 422, code: 'invalid_input' })
  expect(await refusalOf(move(0))).toMatchObject({ status: 422, code: 'invalid_input' })
  expect(await refusalOf(move(-100_000_000))).toMatchObject({ code: 'cash_exceeds_till' })
  await expectBooksAgree()
})

test('ten who empty the till at once take what is there once', async () => {
  const { closing_rappen: there } = await book(today)
  const results = await Promise.allSettled(Array.from({ length: 10 }, () => move(-there)))
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect((await book(today)).closing_rappen).toBe(0)
})

test('a closed day is what was counted, and takes nothing any more', async () => {
  const invoice = await issueInvoice(database, company, staff, slot())
  await payCash(invoice.id, 1_000, dayOff(-3))
  const [yesterday, before] = [dayOff(-2), dayOff(-3)]
  const expected = (await book(yesterday)).closing_rappen
  expect(await close(yesterday, Math.max(expected - 20, 0))).toMatchObject({
    expected_rappen: expected,
  })
  const closed = await book(yesterday)
  expect(closed.closed).toMatchObject({ note: 'gezählt' })
  expect(closed.closing_rappen).toBe(closed.closed.counted_rappen)
  // The same count again is the same closing; another one is refused, and so is a day before it.
  await close(yesterday, closed.closed.counted_rappen)
  expect(await refusalOf(close(yesterday, 5))).toMatchObject({ status: 409, code: 'cash_day_closed' })
  expect(await refusalOf(close(before, 0))).toMatchObject({ status: 409, code: 'cash_day_closed' })
  // What somebody enters late counts on the first day that is open.
  await payCash(invoice.id, 500, before)
  expect((await book(before)).entries).toHaveLength(1)
  expect((await book(dayOff(-1))).entries).toMatchObject([{ kind: 'payment', amount_rappen: 500 }])
  expect((await book(yesterday)).closing_rappen).toBe(closed.closing_rappen)
  await expectBooksAgree()
})

test('payments that race with the closing are in the day or after it, never lost between', async () => {
  const invoice = await issueInvoice(database, company, staff, slot())
  const day = dayOff(-1)
  const { closing_rappen: counted } = await book(day)
  await Promise.allSettled([
    ...Array.from({ length: 8 }, () => payCash(invoice.id, 100, day)),
    close(day, counted),
    ...Array.from({ length: 8 }, () => payCash(invoice.id, 100, day)),
  ])
  const closed = await book(day)
  expect(closed.closed.counted_rappen).toBe(closed.closing_rappen)
  await expectBooksAgree()
})

test.each([
  ['a day to come', () => close(dayOff(2), 0), 'cash_day_to_come'],
  ['no day', () => close(null as unknown as string, 0), 'cash_day_to_come'],
  ['three rappen', () => close(today, 3), 'cash_needs_five_rappen'],
  ['less than nothing', () => close(today, -5), 'invalid_input'],
  ['no count', () => close(today, null), 'invalid_input'],
  ['a year and more', () => book('2020-01-01', today), 'invalid_input'],
])('%s is refused', async (_, act, code) => {
  expect(await refusalOf(act())).toMatchObject({ status: 422, code })
})

test('money of another place lies in that place’s till', async () => {
  const [row] = await database.asPostgres(
    (sql) => sql`
      insert into public.locations (company_id, name) values (${company.companyId}, 'Filiale') returning id`,
  )
  const invoice = await issueInvoice(database, company, staff, slot())
  await payCash(invoice.id, 200, today, row?.id)
  expect((await book(today, today, staff, row?.id)).closing_rappen).toBe(200)
})

test('viewers see no till, other companies not this one, and nobody changes what was closed', async () => {
  expect((await refusalOf(book(today, today, viewer))).status).toBe(403)
  expect((await refusalOf(move(100, 'transfer', viewer))).status).toBe(403)
  expect((await refusalOf(close(today, 0, viewer))).status).toBe(403)
  expect((await refusalOf(book(today, today, other.owner))).status).toBe(404)
  expect((await refusalOf(close(today, 0, other.owner))).status).toBe(404)
  for (const table of ['cash_closings', 'cash_entries'])
    expect(
      (
        await refusalOf(
          database.asPostgres((sql) => sql`update ${sql(`public.${table}`)} set created_at = now()`),
        )
      ).code,
    ).toBe('append_only')
})
