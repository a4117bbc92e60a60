import type { Caller, Sql } from './database.ts'
import { type Reading, readingsOf } from './plans.ts'

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

const PERIOD = `'2027-01-01T09:00:00Z', '2027-01-05T09:00:00Z'`

/** What is free: asked most of all, and answered by one index alone. */
export const AVAILABILITY_QUESTIONS: Record<string, string> = {
  'free vehicles': `select public.search_availability(${PERIOD})`,
  'free vehicles with equipment': `select public.search_availability(${PERIOD}, p_features => '{"equipment": ["tow_bar"]}')`,
  'free categories': `select public.search_categories(${PERIOD})`,
  'other days and categories': `select public.search_alternatives(${PERIOD}, (select id from public.vehicle_categories order by id limit 1))`,
  'the month’s map': `select public.availability_by_day('2027-01-01', 31)`,
}

/** Whatever else screens ask all day. */
export const HOT_QUESTIONS: Record<string, string> = {
  'the timeline': `select public.timeline('2027-01-01', '2027-04-01')`,
  'the timeline’s mark': 'select public.company_version()',
  'the day': 'select public.list_day()',
  'search by a name': `select public.search_everything('muller')`,
  'search by a misspelt name': `select public.search_everything('mulelr')`,
  'search by two words': `select public.search_everything('anna mue')`,
  'search by a number': `select public.search_everything('R-2026-00001')`,
  'search by a telephone': `select public.search_everything('079 123 45')`,
  ...Object.fromEntries(
    [
      ['reservation_list', 'starts_at'],
      ['reservation_list', 'created_at'],
      ['reservation_list', 'total_rappen'],
      ['customer_list', 'name'],
      ['customer_list', 'created_at'],
      ['contract_list', 'out_at'],
      ['contract_list', 'created_at'],
      ['invoice_list', 'created_at'],
      ['invoice_list', 'due_on'],
    ].map(([list, column]) => [
      `${list} by ${column}`,
      `select * from public.${list} where company_id = (select private.company_id()) order by ${column}, id limit 51`,
    ]),
  ),
}

/** How the calendar is read for what is free: from the index of starts, without a look at the table. */
export const EXPECTED_PATH = 'Index Only Scan allocations_start 0'

/** Where a category is full, who may change places is looked for by the index of the constraint; only a large calendar has such. */
export const PACKING_PATH = 'Index Scan allocations_no_overlap undefined'

/** Whose an allocation is stands in its row: of the one or few that meet a period, private.stands_firm looks it up. */
export const OWNER_PATH = 'Index Scan allocations_start undefined'

/** What a question reads of the tables that grow; `asIs` leaves it to the planner whether an index is worth it. */
export async function growingReadingsOf(
  databaseUrl: string,
  caller: Caller,
  question: string,
  asIs = false,
): Promise<Reading[]> {
  return (await readingsOf(databaseUrl, caller, question, asIs)).filter(({ table }) => GROWING.has(table))
}

/** The ways the calendar is read, each once. */
export function calendarPaths(readings: Reading[]): string[] {
  const calendar = readings.filter(({ table }) => table === 'allocations')
  return [...new Set(calendar.map(({ how, index, heapFetches }) => `${how} ${index} ${heapFetches}`))]
}

/** Reads all of a table, or of an index of it that is not merely walked for its first rows. */
export const readsAll = ({ how, condition, limited }: Reading) =>
  how === 'Seq Scan' || (!condition && !limited)

/**
 * So many more rows like the first of a table, made and beginning minute after minute before it: what is joined to what depends on how many there are.
 * Asks for a transaction.
 */
export async function multiplyRows(sql: Sql, table: string, times: number): Promise<void> {
  const columns = await sql`
    select column_name as name, column_name in ('created_at', 'starts_at', 'ends_at') as moves from information_schema.columns
    where table_schema = 'public' and table_name = ${table} and is_generated = 'NEVER'`
  const names = sql(columns.map(({ name }) => name as string))
  const moving = columns.flatMap(({ name, moves }) => (moves ? [name as string] : []))
  await sql`select set_config('session_replication_role', 'replica', true)`
  await sql`
    insert into ${sql(`public.${table}`)} (${names})
    select ${sql(columns.map(({ name }) => `more.${name}`))} from ${sql(`public.${table}`)} as one
    cross join generate_series(1, ${times}::int) as nth
    cross join lateral jsonb_populate_record(one, jsonb_build_object('id', gen_random_uuid(), 'number', one.number || '-' || nth)
      || (select jsonb_object_agg(name, (to_jsonb(one) ->> name)::timestamptz - make_interval(mins => nth)) from unnest(${moving}::text[]) as name)) as more
    where one.id = (select id from ${sql(`public.${table}`)} limit 1)`
}
