import { randomUUID } from 'node:crypto'
import type { Sql } from 'postgres'

const CATEGORIES = ['Kleinwagen', 'Kompakt', 'Kombi', 'SUV', 'Elektro', 'Transporter', 'Minibus', 'Camper']

/** Forty vehicles of eight categories at two places, as the import takes them. */
const fleet = Array.from({ length: 40 }, (_, nth) => ({
  row: nth + 1,
  plate: `ZH ${100_000 + nth}`,
  vin: `BENCH00000000${1_000 + nth}`.replaceAll(/[IOQ]/g, '0'),
  category: CATEGORIES[nth % 8],
  make: 'VW',
  model: `Golf ${nth % 8}`,
  model_year: 2024,
  color: null,
  fuel: 'petrol',
  transmission: 'manual',
  seats: 5,
  odometer_km: 20_000,
  fuel_percent: 100,
  location: nth % 3 === 0 ? 'Winterthur' : 'Zürich',
  inspection_due_on: null,
  daily_rappen: 7_500 + 500 * (nth % 8),
  weekly_rappen: 42_000,
  monthly_rappen: null,
  included_km_per_day: 150,
  extra_km_rappen: 35,
  security_deposit_rappen: 50_000,
  minimum_age: 21,
  body_type: 'compact',
}))

/** A company with forty vehicles; answers its owner. */
export async function foundFleet(sql: Sql): Promise<{ userId: string; companyId: string }> {
  const userId = randomUUID()
  return sql.begin(async (tx) => {
    await tx`insert into auth.users (id, email) values (${userId}, 'owner@bench.test')`
    const claims = (companyId?: string) =>
      tx`select set_config('request.jwt.claims', ${JSON.stringify({ role: 'authenticated', sub: userId, company_id: companyId })}, true)`
    await claims()
    const [company] = await tx`select public.sign_up_company('bench', 'bench', 'Olivia Owner') as id`
    await claims(company?.id)
    const [row] = await tx`select public.import_fleet(${tx.json(fleet as never)}) as answer`
    if (row?.answer.imported !== fleet.length)
      throw new Error(`The fleet was not imported: ${JSON.stringify(row?.answer)}`)
    return { userId, companyId: company?.id as string }
  })
}

/**
 * Fills calendars with so many allocations: the company's own, and those of as many others of its size as it takes. Two days
 * out of five are taken. The index is built at the end, as restoring a dump would.
 */
export async function fillCalendars(sql: Sql, companyId: string, size: number): Promise<void> {
  const each = size < 100_000 ? 250 : 400
  await sql.begin(async (tx) => {
    const [definition] = await tx`
      select pg_get_constraintdef(oid) as text from pg_constraint where conname = 'allocations_no_overlap'`
    // The other companies exist in the calendar only: foreign keys would need all of them.
    await tx`select set_config('session_replication_role', 'replica', true), set_config('maintenance_work_mem', '512MB', true)`
    await tx`alter table public.allocations drop constraint allocations_no_overlap`
    await tx`
      insert into public.allocations (company_id, resource_id, period, source_kind, source_id)
      select company_id, resource_id, tstzrange(start, start + interval '2 days'), 'calendar', gen_random_uuid()
      from (
        select company_id, id as resource_id, row_number() over (order by id) as place from public.vehicles where company_id = ${companyId}
        union all
        select md5('company ' || nth / 40)::uuid, md5('vehicle ' || nth)::uuid, nth from generate_series(1, ${Math.max(0, Math.round(size / each) - 40)}::int) as nth
      ) as resources
      cross join generate_series(1, ${each}::int) as n
      cross join lateral (select now() - interval '600 days' + make_interval(days => (5 * n + place % 5)::int) as start) as starts`
    await tx.unsafe(
      `alter table public.allocations add constraint allocations_no_overlap ${definition?.text as string}`,
    )
  })
  await sql`vacuum (analyze) public.allocations`
}
