import postgres from 'postgres'
import type { Caller } from './database.ts'

/** A table as a plan reads it. */
export interface Reading {
  table: string
  /** `Seq Scan`, `Index Only Scan` … */
  how: string
  index?: string
  /** Where in the index it looked; without one it read all of it. */
  condition?: string
  heapFetches?: number
  /** How many were looked at, those that were left out included. */
  rows: number
  /** All of it was asked for a few rows in its order, not for all. */
  limited: boolean
}

interface Plan {
  'Node Type': string
  'Relation Name'?: string
  'Index Name'?: string
  'Index Cond'?: string
  'Recheck Cond'?: string
  'Heap Fetches'?: number
  'Actual Rows'?: number
  'Actual Loops'?: number
  'Rows Removed by Filter'?: number
  Plans?: Plan[]
}

/**
 * What a question of somebody reads, in the functions it calls too: PostgreSQL explains each of their statements as it runs. Reading a
 * whole table is made so dear that it is done only where no index can answer, as it would be were the table large; `asIs` leaves that to the planner.
 */
export async function readingsOf(
  databaseUrl: string,
  caller: Caller,
  question: string,
  asIs = false,
): Promise<Reading[]> {
  const plans: Plan[] = []
  const connection = postgres(databaseUrl, {
    max: 1,
    onnotice: ({ message }) => {
      const [, json] = /plan:\s*(\{.*\})\s*$/s.exec(message ?? '') ?? []
      if (json) plans.push((JSON.parse(json) as { Plan: Plan }).Plan)
    },
  })
  try {
    await connection.unsafe(`load 'auto_explain'; set auto_explain.log_min_duration = 0; set auto_explain.log_nested_statements = on;
      set auto_explain.log_analyze = on; set auto_explain.log_timing = off; set auto_explain.log_format = json; set enable_seqscan = ${asIs ? 'on' : 'off'}`)
    await connection.begin(async (sql) => {
      const claims = { role: 'authenticated', sub: caller.userId, company_id: caller.companyId }
      await sql`select set_config('role', 'authenticated', true), set_config('request.jwt.claims', ${JSON.stringify(claims)}, true)`
      await sql`select set_config('client_min_messages', 'log', true)`
      await sql.unsafe(question)
    })
  } finally {
    await connection.end()
  }
  return plans.flatMap((plan) => readingsIn(plan))
}

function readingsIn(plan: Plan, limited = false): Reading[] {
  const table = plan['Relation Name']
  const isLimited = plan['Node Type'] === 'Limit' || (limited && plan['Node Type'] !== 'Sort')
  // The index of a bitmap is read by a node of its own, below the table's.
  const condition = plan['Index Cond'] ?? plan['Recheck Cond']
  const here: Reading[] = table
    ? [
        {
          table,
          how: plan['Node Type'],
          limited: isLimited,
          rows:
            ((plan['Actual Rows'] ?? 0) + (plan['Rows Removed by Filter'] ?? 0)) *
            (plan['Actual Loops'] ?? 1),
          ...(plan['Index Name'] && { index: plan['Index Name'] }),
          ...(condition && { condition }),
          ...(plan['Heap Fetches'] !== undefined && { heapFetches: plan['Heap Fetches'] }),
        },
      ]
    : []
  return [...here, ...(plan.Plans ?? []).flatMap((below) => readingsIn(below, isLimited))]
}
