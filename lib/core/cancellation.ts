import { z } from 'zod'

/** Steps of a cancellation policy: from so many hours before the pickup on, that share of the price is kept. */
export const CancellationPolicy = z.array(z.object({ hours: z.number(), percent: z.number() }))
export type CancellationPolicy = z.infer<typeof CancellationPolicy>

/** What a cancellation costs from an instant on, in percent of the price; the first rule holds already (`from` null). */
export type CancellationRule = { from: Date | null; percent: number }

const MS_PER_HOUR = 3_600_000

/** What cancelling costs now and what it will cost later, in the order of time; steps without a change are left out. */
export function cancellationRules(
  policy: CancellationPolicy,
  startsAt: Date,
  now: Date,
): [CancellationRule, ...CancellationRule[]] {
  const steps = policy
    .map(({ hours, percent }) => ({ from: new Date(startsAt.getTime() - hours * MS_PER_HOUR), percent }))
    .sort((one, other) => one.from.getTime() - other.from.getTime())
  const first: CancellationRule = {
    from: null,
    percent: steps.findLast(({ from }) => from <= now)?.percent ?? 0,
  }
  const later = steps.filter(({ from }) => from > now)
  const changes = later.filter(({ percent }, nth) => percent !== (later[nth - 1] ?? first).percent)
  return [first, ...changes]
}

/** The sentences that a policy is told in. */
export type CancellationWords = {
  always: () => string
  /** Free until then, for that share afterwards. */
  free: (values: { until: string; percent: number }) => string
  now: (values: { percent: number }) => string
  from: (values: { from: string; percent: number }) => string
  most: () => string
}

/** What calling a booking off costs, now and later, in a few sentences; `told` writes an instant for the reader. */
export function cancellationText(
  words: CancellationWords,
  [current, ...later]: ReturnType<typeof cancellationRules>,
  told: (instant: Date) => string,
): string {
  const [next] = later
  if (current.percent === 0 && !next?.from) return words.always()
  const isFree = current.percent === 0 && next?.from
  return [
    isFree ? words.free({ until: told(isFree), percent: next.percent }) : words.now(current),
    ...later
      .slice(isFree ? 1 : 0)
      .flatMap(({ from, percent }) => (from ? [words.from({ from: told(from), percent })] : [])),
    words.most(),
  ].join(' ')
}
