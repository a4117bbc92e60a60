import type { PendingQuery, Row, Sql } from 'postgres'

/** A period of a company, asked about. */
export interface Asked {
  companyId: string
  from: string
  to: string
}

export type Question = (sql: Sql, asked: Asked) => PendingQuery<Row[]>

const DAY = 86_400_000

function anyPeriod(companyId: string): Asked {
  const start = Date.now() + Math.floor(1 + Math.random() * 300) * DAY
  return {
    companyId,
    from: new Date(start).toISOString(),
    to: new Date(start + 2 * DAY).toISOString(),
  }
}

/** Milliseconds within which 95 of 100 answers came, one after another. */
export async function p95Of(sql: Sql, ask: Question, companyId: string, times = 400): Promise<number> {
  const took: number[] = []
  for (let nth = -50; nth < times; nth++) {
    const started = performance.now()
    await ask(sql, anyPeriod(companyId))
    if (nth >= 0) took.push(performance.now() - started)
  }
  return took.sort((a, b) => a - b)[Math.floor(times * 0.95)] ?? 0
}

/** Answers per second over eight connections. */
export async function measureRate(sql: Sql, ask: Question, companyId: string, seconds = 5): Promise<number> {
  const until = Date.now() + seconds * 1_000
  let answers = 0
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      while (Date.now() < until) {
        await ask(sql, anyPeriod(companyId))
        answers += 1
      }
    }),
  )
  return answers / seconds
}
