import { type Answer, percentile } from './http.ts'

/** How fast something answers. */
export interface Speed {
  name: string
  perSecond: number
  p95: number
  failures: number
}

export type Ask = { name: string; ask: () => Promise<Answer>; ok?: number }

const ROUNDS = 5
const SECONDS = 2
const AT_ONCE = 8

/**
 * How many answers a second each of them gives to eight who ask without a pause: the middle one of a few rounds in which
 * they take turns, so that whatever else the machine does slows all of them alike.
 */
export async function takeTurns(asks: Ask[]): Promise<Speed[]> {
  const rates: number[][] = asks.map(() => [])
  const all: Answer[][] = asks.map(() => [])
  // The first answers of a process compile what later ones use.
  for (const { ask } of asks) for (let nth = 0; nth < 20; nth++) await ask()
  for (let round = 0; round < ROUNDS; round++) {
    for (const [place, { ask }] of asks.entries()) {
      const started = performance.now()
      const answers: Answer[] = []
      await Promise.all(
        Array.from({ length: AT_ONCE }, async () => {
          while (performance.now() - started < SECONDS * 1_000) answers.push(await ask())
        }),
      )
      rates[place]?.push((1_000 * answers.length) / (performance.now() - started))
      all[place]?.push(...answers)
    }
  }
  return asks.map(({ name, ok = 200 }, place) => ({
    name,
    perSecond: Math.round(rates[place]?.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0),
    p95: percentile(all[place] ?? [], 0.95),
    failures: (all[place] ?? []).filter(({ status }) => status !== ok).length,
  }))
}
