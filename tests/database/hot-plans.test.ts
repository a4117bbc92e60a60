import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from './support/database.ts'
import { foundRentalCompany, type RentalCompany, vehicleOf } from './support/fleet.ts'
import { type Reading, readingsOf } from './support/plans.ts'
import { bookAndPay, issueInvoice, newCustomer, periodIn } from './support/rentals.ts'

/** What screens ask all day is answered by indexes, so that it stays as quick when the tables have grown. */
const database = freshDatabase()
let company: RentalCompany
let categoryId = ''

beforeAll(async () => {
  company = await foundRentalCompany(database)
  categoryId = vehicleOf(company, 0).categoryId
  await bookAndPay(database, company, {
    ...periodIn(10),
    vehicleId: vehicleOf(company, 0).id,
    customer: newCustomer(),
  })
  await issueInvoice(database, company, company.owner, {
    ...periodIn(20),
    vehicleId: vehicleOf(company, 1).id,
  })
  await database.asPostgres(
    (sql) => sql`
      insert into public.allocations (company_id, resource_id, period, source_kind, source_id)
      select ${company.companyId}, id, tstzrange(timestamptz '2015-01-01' + make_interval(hours => 6 * nth), timestamptz '2015-01-01' + make_interval(hours => 6 * nth + 5)),
        'calendar', gen_random_uuid() from unnest(${company.vehicles.map(({ id }) => id)}::uuid[]) as id, generate_series(1, 500) as nth`,
  )
  for (const table of ['customers', 'reservations']) await multiply(table, 5_000)
  for (const table of ['allocations', 'vehicles', 'customers', 'reservations'])
    await database.vacuum(`public.${table}`)
})

/** So many more rows like the first of a table: what is joined to what depends on how many there are. */
const multiply = (table: string, times: number) =>
  database.asPostgres(async (sql) => {
    const columns = await sql`
      select column_name as name from information_schema.columns where table_schema = 'public' and table_name = ${table} and is_generated = 'NEVER'`
    const names = sql(columns.map(({ name }) => name as string))
    await sql`select set_config('session_replication_role', 'replica', true)`
    await sql`
      insert into ${sql(`public.${table}`)} (${names})
      select ${names} from (select (jsonb_populate_record(one, jsonb_build_object('id', gen_random_uuid(), 'number', one.number || '-' || nth))).*
        from ${sql(`public.${table}`)} as one, generate_series(1, ${times}::int) as nth
        where one.id = (select id from ${sql(`public.${table}`)} limit 1)) as more`
  })

/** Tables that grow with every day of business. */
const GROWING = new Set([
  'allocations',
  'audit_log',
  'contracts',
  'contract_lines',
  'customers',
  'invoices',
  'ledger_entries',
  'outbox',
  'reservations',
  'reservation_extras',
  'search_index',
  'search_words',
  'transactions',
  'waiting_entries',
])

const read = async (question: string) =>
  (await readingsOf(database.url, company.owner, question)).filter(({ table }) => GROWING.has(table))

/** Reads all of a table, or of an index of it that is not merely walked for its first rows. */
const readsAll = ({ how, condition, limited }: Reading) => how === 'Seq Scan' || (!condition && !limited)

const PERIOD = `'2027-01-01T09:00:00Z', '2027-01-05T09:00:00Z'`
const AVAILABILITY = {
  'free vehicles': () => `select public.search_availability(${PERIOD})`,
  'free categories': () => `select public.search_categories(${PERIOD})`,
  'other days and categories': () => `select public.search_alternatives(${PERIOD}, '${categoryId}')`,
  'the month’s map': () => `select public.availability_by_day('2027-01-01', 31)`,
}

test.each(Object.entries(AVAILABILITY))('%s: the index of starts answers alone', async (_, question) => {
  const calendar = (await read(question())).filter(({ table }) => table === 'allocations')
  expect(calendar.length).toBeGreaterThan(0)
  const answers = calendar.map(({ how, index, heapFetches }) => `${how} ${index} ${heapFetches}`)
  expect([...new Set(answers)]).toEqual(['Index Only Scan allocations_start 0'])
})

test.each([
  ['the timeline', `select public.timeline('2027-01-01', '2027-04-01')`],
  ['the timeline’s mark', 'select public.company_version()'],
  ['the day', 'select public.list_day()'],
  ['search by a name', `select public.search_everything('muller')`],
  ['search by a misspelt name', `select public.search_everything('mulelr')`],
  ['search by two words', `select public.search_everything('anna mue')`],
  ['search by a number', `select public.search_everything('R-2026-00001')`],
  ['search by a telephone', `select public.search_everything('079 123 45')`],
  ...[
    ['reservation_list', 'starts_at'],
    ['reservation_list', 'created_at'],
    ['reservation_list', 'total_rappen'],
    ['customer_list', 'name'],
    ['customer_list', 'created_at'],
    ['contract_list', 'starts_at'],
    ['contract_list', 'created_at'],
    ['invoice_list', 'created_at'],
    ['invoice_list', 'due_on'],
  ].map(([list, column]) => [
    `${list} by ${column}`,
    `select * from public.${list} where company_id = (select private.company_id()) order by ${column}, id limit 51`,
  ]),
] as [string, string][])('%s reads no growing table as a whole', async (_, question) => {
  const readings = await read(question)
  expect(readings.length).toBeGreaterThan(0)
  expect(readings.filter(readsAll)).toEqual([])
})

test('a table read as a whole is noticed', async () => {
  const readings = await read(`reset role; select count(*) from public.reservations where notes = 'x'`)
  expect(readings.filter(readsAll)).toMatchObject([{ table: 'reservations', how: 'Seq Scan' }])
})
