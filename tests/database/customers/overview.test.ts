import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../support/database.ts'
import { foundRentalCompany, type RentalCompany, vehicleOf } from '../support/fleet.ts'
import { refusalOf } from '../support/refusals.ts'
import { bookAndPay, newCustomer, periodIn } from '../support/rentals.ts'
import { addCustomer, fillCustomer } from './support.ts'

const database = freshDatabase()
let company: RentalCompany
let other: RentalCompany

beforeAll(async () => {
  company = await foundRentalCompany(database, 'alpenmobil')
  other = await foundRentalCompany(database, 'glanzwerk')
})

test('totals and the line of time tell of everything, a page at a time, and of nobody else', async () => {
  const customer = newCustomer({ last_name: 'Viel' })
  const booking = await bookAndPay(database, company, {
    ...periodIn(10),
    vehicleId: vehicleOf(company, 1).id,
    customer,
  })
  await bookAndPay(database, company, {
    ...periodIn(10),
    vehicleId: vehicleOf(company, 2).id,
    customer: newCustomer(),
  })
  const [row] = await database.asPostgres(
    (sql) => sql`select customer_id as id from public.reservations where id = ${booking.id}`,
  )
  const id = String(row?.id)
  await fillCustomer(database, company, id, 'Wort')
  const ask = async (sqlText: string, values: string[], by = company.owner) => {
    const [answer] = await database.as(by, (sql) => sql.unsafe(sqlText, values))
    return answer?.it
  }
  expect(await ask('select public.customer_totals($1) as it', [id])).toMatchObject({
    bookings: 1,
    cancelled: 0,
    spend_rappen: booking.booking_deposit_rappen,
    open_rappen: 0,
  })
  const all = await ask('select public.customer_timeline($1, null, 100) as it', [id])
  const kinds = new Set(all.map(({ kind }: { kind: string }) => kind))
  expect([...kinds].sort()).toEqual(['change', 'consent', 'message', 'note', 'payment', 'reservation'])
  const pages: unknown[] = []
  let before: string | null = null
  for (;;) {
    const page: { at: string }[] = await ask(
      'select public.customer_timeline($1, $2::text::timestamptz, 4) as it',
      [id, before as string],
    )
    if (page.length === 0) break
    pages.push(...page)
    before = page.at(-1)?.at ?? null
  }
  expect(pages).toEqual(all)
  expect(await refusalOf(ask('select public.customer_timeline($1) as it', [id], other.owner))).toMatchObject({
    code: 'not_found',
  })
  expect(await refusalOf(ask('select public.customer_totals($1) as it', [id], other.owner))).toMatchObject({
    code: 'not_found',
  })
})

test('an import brings all rows or none, and names who is known already', async () => {
  const rows = [
    { row: 2, ...newCustomer({ last_name: 'Liste', email: 'liste@x.ch' }) },
    { row: 3, kind: 'firm', firm_name: 'Liste AG', uid_number: 'CHE-100.155.212' },
  ]
  const run = async (given: object[], dry = false) => {
    const [answer] = await database.as(
      company.owner,
      (sql) => sql`select public.import_customers(${sql.json(given as never)}, ${dry}) as it`,
    )
    return answer?.it
  }
  expect(await run(rows, true)).toEqual({ imported: 0, problems: [] })
  expect(await run(rows)).toEqual({ imported: 2, problems: [] })
  expect(await run([...rows, { row: 4, ...newCustomer({ last_name: 'Neu' }) }])).toEqual({
    imported: 0,
    problems: [
      { row: 2, column: 'email', code: 'email_exists' },
      { row: 3, column: 'uid_number', code: 'uid_exists' },
    ],
  })
  const broken = run([
    { row: 2, last_name: 'Gut' },
    { row: 3, last_name: 'Schlecht', phone: 'abc' },
  ])
  expect(await refusalOf(broken)).toMatchObject({ code: 'invalid_input' })
  const [count] = await database.asPostgres(
    (sql) =>
      sql`select count(*)::int as n from public.customers where last_name in ('Gut', 'Neu', 'Schlecht')`,
  )
  expect(count?.n).toBe(0)
})

test('a customer’s car and consent are taken off again, by those who may', async () => {
  const id = await addCustomer(database, company.owner, newCustomer({ last_name: 'Auto' }))
  await fillCustomer(database, company, id, 'Auto')
  const [vehicle] = await database.asPostgres(
    (sql) => sql`select id from public.customer_vehicles where customer_id = ${id}`,
  )
  const [consent] = await database.asPostgres(
    (sql) => sql`select id from public.consents where customer_id = ${id}`,
  )
  const remove = (by: RentalCompany) =>
    database.as(by.owner, (sql) => sql`select public.remove_customer_vehicle(${vehicle?.id})`)
  expect(await refusalOf(remove(other))).toMatchObject({ code: 'not_found' })
  await remove(company)
  await database.as(company.owner, (sql) => sql`select public.withdraw_consent(${consent?.id})`)
  const [row] = await database.asPostgres(
    (sql) => sql`select withdrawn_at from public.consents where id = ${consent?.id}`,
  )
  expect(row?.withdrawn_at).not.toBeNull()
})
