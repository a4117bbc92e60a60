import { beforeEach, expect, test } from 'vitest'
import { addMember, type FoundedCompany, foundCompany } from './support/companies.ts'
import { type Caller, freshDatabase, type Sql } from './support/database.ts'
import { fleetRows } from './support/fleet.ts'
import { outcomeOf, refusalOf } from './support/refusals.ts'

/** A company says once in what it prices and bills; nothing that depends on it ever finds itself in another currency. */
const database = freshDatabase()
let company: FoundedCompany

beforeEach(async () => {
  company = await foundCompany(database)
  await database.asPostgres(
    (sql) => sql`insert into public.locations (company_id, name) values (${company.companyId}, 'Zürich')`,
  )
})

const change = (currency: string, caller: Caller = company.owner) =>
  database.as(
    caller,
    (sql) => sql`update public.companies set currency = ${currency} where id = ${company.companyId}`,
  )
const currency = () =>
  database.as(company.owner, async (sql) => {
    const [row] = await sql`select currency, public.currency_fixed_by() as by from public.companies`
    return row
  })
const customer = async (sql: Sql) => {
  const [row] =
    await sql`select public.create_customer('{"first_name": "Anna", "last_name": "Muster", "email": "anna@example.test"}') as it`
  return String(row?.it)
}

test('it is chosen, and chosen again, while there is no money in it', async () => {
  expect(await currency()).toEqual({ currency: 'CHF', by: null })
  await change('EUR')
  expect(await currency()).toEqual({ currency: 'EUR', by: null })
  await change('CHF')
  expect(await currency()).toEqual({ currency: 'CHF', by: null })
})

test.each(['USD', 'chf', '', 'XXX'])('%j is none that a bill can be paid in', async (other) => {
  expect(await refusalOf(change(other))).toMatchObject({ status: 400, code: '23514' })
})

test('only those who may edit the settings choose it', async () => {
  await change('EUR', await addMember(database, company.companyId, 'staff'))
  const stranger = await foundCompany(database)
  await change('EUR', stranger.owner)
  expect(await currency()).toMatchObject({ currency: 'CHF' })
})

const firsts: [string, string, (sql: Sql) => Promise<unknown>][] = [
  [
    'a price',
    'prices',
    (sql) => sql`
      insert into public.damage_prices (company_id, kind, minor_rappen) values (${company.companyId}, 'scratch', 100)`,
  ],
  ['a fleet with rates', 'prices', (sql) => sql`select public.import_fleet(${sql.json(fleetRows())})`],
  [
    'an extra at a price of one’s own',
    'prices',
    (sql) => sql`update public.extras set price_rappen = 900 where code = 'child_seat'`,
  ],
  ['a voucher', 'vouchers', (sql) => sql`select public.issue_voucher(5000, 'bank_transfer')`],
  [
    'cash in the till',
    'books',
    async (sql) => {
      const [place] = await sql`select id from public.locations`
      await sql`select public.record_cash_entry(${place?.id}, 'transfer', 5000, 'Wechselgeld')`
    },
  ],
  [
    'a draft of an invoice',
    'invoices',
    async (sql) => sql`select public.save_invoice_draft(${await customer(sql)}, '{"lines": []}')`,
  ],
]
test.each(firsts)('%s fixes it, and it says so', async (_, by, happen) => {
  await database.as(company.owner, happen)
  expect(await currency()).toEqual({ currency: 'CHF', by })
  expect(await refusalOf(change('EUR'))).toMatchObject({
    status: 409,
    code: 'currency_fixed',
    details: { by },
  })
  await change('CHF')
})

test('a voucher sold at the same moment is in the currency that stands afterwards', async () => {
  for (let turn = 0; turn < 10; turn++) {
    company = await foundCompany(database)
    await Promise.all([
      outcomeOf(change('EUR')),
      ...Array.from({ length: 4 }, () =>
        outcomeOf(
          database.as(company.owner, (sql) => sql`select public.issue_voucher(5000, 'bank_transfer')`),
        ),
      ),
    ])
    const odd = await database.asPostgres(
      (sql) => sql`
        select v.currency from public.vouchers v join public.companies c on c.id = v.company_id
        where v.company_id = ${company.companyId} and v.currency <> c.currency`,
    )
    expect(odd).toEqual([])
  }
})
