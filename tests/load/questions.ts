import type { PendingQuery, Row, Sql } from 'postgres'

/** A period of a company, asked about. */
export interface Asked {
  companyId: string
  from: string
  to: string
}

export type Question = (sql: Sql, asked: Asked) => PendingQuery<Row[]>

/** An installation that questions are asked of. */
export interface Installation {
  sql: Sql
  companyId: string
}

const DAY = 86_400_000
const ROUNDS = 5

function anyPeriod(companyId: string): Asked {
  const start = Date.now() + Math.floor(1 + Math.random() * 300) * DAY
  return {
    companyId,
    from: new Date(start).toISOString(),
    to: new Date(start + 2 * DAY).toISOString(),
  }
}

/**
 * Milliseconds within which 95 of 100 answers came, one after another, for each installation. They take turns question by question, so that
 * whatever else the machine does slows all of them alike.
 */
export async function p95Of(installations: Installation[], ask: Question, times = 400): Promise<number[]> {
  const took: number[][] = installations.map(() => [])
  for (let nth = -50; nth < times; nth++) {
    for (const [place, { sql, companyId }] of installations.entries()) {
      const started = performance.now()
      await ask(sql, anyPeriod(companyId))
      if (nth >= 0) took[place]?.push(performance.now() - started)
    }
  }
  return took.map((all) => all.sort((a, b) => a - b)[Math.floor(times * 0.95)] ?? 0)
}

/** Answers per second over four connections, for each question: the middle one of a few rounds in which the questions take turns. */
export async function measureRates(
  { sql, companyId }: Installation,
  questions: Question[],
  seconds = 1.5,
): Promise<number[]> {
  const rates: number[][] = questions.map(() => [])
  for (let round = 0; round < ROUNDS; round++) {
    for (const [place, ask] of questions.entries()) {
      const started = performance.now()
      let answers = 0
      await Promise.all(
        Array.from({ length: 4 }, async () => {
          while (performance.now() - started < seconds * 1_000) {
            await ask(sql, anyPeriod(companyId))
            answers += 1
          }
        }),
      )
      rates[place]?.push((1_000 * answers) / (performance.now() - started))
    }
  }
  return rates.map((all) => all.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0)
}
