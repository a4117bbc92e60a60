/** What one tip can be, as the database holds it. */
export const LEAST_TIP = 100
export const MOST_TIP = 100_000

const SHARES = [5, 10, 15]

/** Tips to choose from: shares of what was paid, in whole francs, each once. */
export function tipsFor(totalRappen: number): number[] {
  const whole = SHARES.map((percent) => Math.ceil((totalRappen * percent) / 10_000) * 100)
  return [...new Set(whole)].filter((rappen) => rappen >= LEAST_TIP && rappen <= MOST_TIP)
}
