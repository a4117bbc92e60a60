import type { Sql } from 'postgres'
import {
  AVAILABILITY_QUESTIONS,
  calendarPaths,
  EXPECTED_PATH,
  growingReadingsOf,
  HOT_QUESTIONS,
  multiplyRows,
  OWNER_PATH,
  PACKING_PATH,
  readsAll,
} from '../database/support/hot-questions.ts'

const MORE_RECORDS = 100_000
/** Smaller tables are rightly read as a whole, and of a large one whoever asks whether there is any row reads the first. */
const LARGE = 10_000
const MANY = 1_000
const KNOWN_PATHS = [EXPECTED_PATH, PACKING_PATH, OWNER_PATH]

type Owner = { userId: string; companyId: string }

/** One reservation like every other, a hundred thousand times, and its customer as often. */
async function fillRecords(sql: Sql, { userId, companyId }: Owner): Promise<void> {
  await sql.begin(async (tx) => {
    const claims = { role: 'authenticated', sub: userId, company_id: companyId }
    await tx`select set_config('request.jwt.claims', ${JSON.stringify(claims)}, true)`
    await tx`
      select public.create_reservation(starts, ends, p_vehicle_id => (public.search_availability(starts, ends) -> 0 ->> 'vehicle_id')::uuid,
        p_customer => '{"first_name": "Anna", "last_name": "Muster", "phone": "+41791234567"}')
      from (select now() + interval '100 days' as starts, now() + interval '102 days' as ends) as period`
    for (const table of ['customers', 'reservations']) await multiplyRows(tx, table, MORE_RECORDS)
  })
  for (const table of ['customers', 'reservations']) await sql`vacuum (analyze) ${sql(`public.${table}`)}`
}

/**
 * What is wrong with the plans of the hot questions on a large installation, in a sentence each: the planner chooses freely here, where the test of the
 * same questions on a small one forbids it to read whole tables.
 */
export async function badPlans(databaseUrl: string, sql: Sql, owner: Owner): Promise<string[]> {
  await fillRecords(sql, owner)
  const large =
    await sql`select relname from pg_class where reltuples >= ${LARGE} and relnamespace = 'public'::regnamespace`
  const isLarge = new Set(large.map(({ relname }) => relname as string))
  const found: string[] = []
  for (const [name, question] of Object.entries({ ...AVAILABILITY_QUESTIONS, ...HOT_QUESTIONS })) {
    const readings = await growingReadingsOf(databaseUrl, owner, question, true)
    if (name in AVAILABILITY_QUESTIONS) {
      const others = calendarPaths(readings).filter((path) => !KNOWN_PATHS.includes(path))
      found.push(...others.map((path) => `${name}: ${path} instead of ${EXPECTED_PATH}`))
    }
    for (const { table, how, index } of readings.filter(
      (one) => isLarge.has(one.table) && one.rows > MANY && readsAll(one),
    ))
      found.push(`${name}: all of ${table} by ${how} ${index ?? ''}`)
  }
  return found
}
