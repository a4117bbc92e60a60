import { execPath } from 'node:process'
import postgres, { type Sql } from 'postgres'
import { provision } from '../../infrastructure/local/database/provision.ts'
import { fillCalendars, foundFleet } from './calendars.ts'
import { measureRate, p95Of, type Question } from './questions.ts'

// How the question "what is free" behaves on a small and on a large installation, and beside the barest query that could answer it.
// Builds its own databases beside the running stack's. Absolute figures depend on the machine; compare lines of one run.
const databaseUrl = process.env.DATABASE_URL
if (!databaseUrl) throw new Error(`DATABASE_URL is missing: ${execPath} --env-file=.local/<stack>/env …`)
const sizes = { small: 10_000, large: Number(process.env.CRMS_ALLOCATIONS ?? 1_000_000) }
const administrator = postgres(databaseUrl, { max: 1, onnotice: () => undefined })

/** The barest query: no rights, no places, no categories, no price. */
const bare: Question = (sql, { companyId, from, to }) => sql`
  select count(*) from public.vehicles v where v.company_id = ${companyId} and not exists (
    select from public.allocations a where a.company_id = v.company_id and a.resource_id = v.id and a.active
      and a.period && tstzrange(${from}, ${to}) and (a.expires_at is null or a.expires_at > now()))`
const unpriced: Question = (sql, { companyId, from, to }) =>
  sql`select count(*) from private.free_vehicles(${companyId}, ${from}, ${to})`
const priced: Question = (sql, { companyId, from, to }) =>
  sql`select jsonb_array_length(private.offers(${companyId}, ${from}, ${to}, null, null, '{}'))`
const categories: Question = (sql, { companyId, from, to }) =>
  sql`select jsonb_array_length(private.category_offers(${companyId}, ${from}, ${to}, null, '{}'))`

async function measure(size: number) {
  const name = `bench_${size}`
  await administrator`drop database if exists ${administrator(name)} with (force)`
  await administrator`create database ${administrator(name)}`
  const url = (databaseUrl ?? '').replace(/[^/]+$/, name)
  await provision(url)
  const sql: Sql = postgres(url, { max: 8, onnotice: () => undefined })
  try {
    const companyId = await foundFleet(sql)
    await fillCalendars(sql, companyId, size)
    const rows: Record<string, { p95: number; rate: number }> = {}
    for (const [question, ask] of Object.entries({ bare, unpriced, priced, categories })) {
      rows[question] = { p95: await p95Of(sql, ask, companyId), rate: await measureRate(sql, ask, companyId) }
    }
    return rows
  } finally {
    await sql.end()
    await administrator`drop database ${administrator(name)} with (force)`
  }
}

const small = await measure(sizes.small)
const large = await measure(sizes.large)
console.table(
  Object.keys(large).map((question) => ({
    question,
    'p95 ms, small': small[question]?.p95.toFixed(2),
    'p95 ms, large': large[question]?.p95.toFixed(2),
    'large / small': ((large[question]?.p95 ?? 0) / (small[question]?.p95 ?? 1)).toFixed(2),
    'per second, large': Math.round(large[question]?.rate ?? 0),
    'of bare': ((large[question]?.rate ?? 0) / (large.bare?.rate ?? 1)).toFixed(2),
  })),
)
await administrator.end()
