import { execPath } from 'node:process'
import postgres, { type Sql } from 'postgres'
import { provision } from '../../infrastructure/local/database/provision.ts'
import { fillCalendars, foundFleet } from './calendars.ts'
import { badPlans } from './hot-plans.ts'
import { type Installation, measureRates, p95Of, type Question } from './questions.ts'

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

/** What one customer looks at closely: every line of the price and the rules that made it. */
const itemised: Question = (sql, { companyId, from, to }) => sql`
  select private.price_rental(${companyId}, jsonb_build_object('vehicle_id', id, 'starts_at', ${from}::timestamptz, 'ends_at', ${to}::timestamptz))
  from public.vehicles where company_id = ${companyId} limit 1`
const questions = { bare, unpriced, priced, categories, itemised }

async function found(size: number): Promise<Installation & { url: string; userId: string }> {
  const name = `bench_${size}`
  await administrator`drop database if exists ${administrator(name)} with (force)`
  await administrator`create database ${administrator(name)}`
  const url = (databaseUrl ?? '').replace(/[^/]+$/, name)
  await provision(url)
  const sql: Sql = postgres(url, { max: 4, onnotice: () => undefined })
  const { userId, companyId } = await foundFleet(sql)
  await fillCalendars(sql, companyId, size)
  return { sql, companyId, userId, url }
}

const small = await found(sizes.small)
const large = await found(sizes.large)
try {
  const bad = await badPlans(large.url, large.sql, large)
  console.log(bad.length === 0 ? 'Every hot question takes its index.' : bad.join('\n'))
  if (bad.length > 0) process.exitCode = 1
  const p95: Record<string, number[]> = {}
  for (const [question, ask] of Object.entries(questions)) p95[question] = await p95Of([small, large], ask)
  const rates = await measureRates(large, Object.values(questions))
  console.table(
    Object.keys(questions).map((question, place) => {
      const [inSmall = 1, inLarge = 0] = p95[question] ?? []
      return {
        question,
        'p95 ms, small': inSmall.toFixed(2),
        'p95 ms, large': inLarge.toFixed(2),
        'large / small': (inLarge / inSmall).toFixed(2),
        'per second, large': Math.round(rates[place] ?? 0),
        'of bare': ((rates[place] ?? 0) / (rates[0] ?? 1)).toFixed(2),
      }
    }),
  )
} finally {
  for (const size of [small, large]) await size.sql.end()
  for (const size of Object.values(sizes)) {
    await administrator`drop database ${administrator(`bench_${size}`)} with (force)`
  }
  await administrator.end()
}
