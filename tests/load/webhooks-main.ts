import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual, parseArgs } from 'node:util'
import { world } from './environment.ts'
import { type Answer, percentile, tally } from './http.ts'
import { runWithKills } from './webhook-kills.ts'
import { deliverWebhook } from './webhooks.ts'

// `npm run bench:webhooks`: Stripe's events at a steady rate; each is verified, stored and answered before anybody works on it.
// `npm run bench:webhooks -- --kills 20 [--events 10000] [--seed 1] [--mode dev] [--minutes 20]`: the stack alone (`npm run stack`), in a company of its own; events in any
// order, one in twenty twice, while the application is killed so many times. Afterwards every payment must be where it would be had they come in order.
const PER_SECOND = 50
const SECONDS = 20
const MOST_P99_MS = 250

/** An event of a kind that is stored and left alone, so that the door is measured and not the work behind it. */
function anEvent() {
  return {
    id: `evt_bench_${randomUUID()}`,
    object: 'event',
    type: 'customer.updated',
    livemode: false,
    data: { object: { id: `cus_${randomUUID()}`, object: 'customer' } },
  }
}

async function steadyRate(): Promise<void> {
  const deliveries: Promise<Answer>[] = []
  const began = performance.now()
  for (let nth = 0; nth < PER_SECOND * SECONDS; nth++) {
    const due = began + (nth * 1_000) / PER_SECOND
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())))
    // Not awaited: a slow answer must not slow the sender, or the rate would hide it.
    deliveries.push(deliverWebhook(anEvent()))
  }
  const answers = await Promise.all(deliveries)
  const seconds = (performance.now() - began) / 1_000
  const p99 = percentile(answers, 0.99)
  console.table([
    {
      app: world.app,
      events: answers.length,
      'per second': Math.round(answers.length / seconds),
      answers: JSON.stringify(tally(answers)),
      'p50 ms': percentile(answers, 0.5),
      'p99 ms': p99,
    },
  ])
  if (p99 > MOST_P99_MS || answers.some(({ status }) => status !== 200)) process.exitCode = 1
}

async function withKills(kills: number): Promise<void> {
  const { inOrder, shuffled, ...outcome } = await runWithKills({
    kills,
    events: Number(options.events),
    doubled: 0.05,
    seed: Number(options.seed),
    mode: options.mode === 'dev' ? 'dev' : 'start',
    minutes: Number(options.minutes),
  })
  const endOf = (rows: unknown[]) => rows.map((row) => ({ ...(row as object), times: 0 }))
  const isSame = shuffled.length === 1 && isDeepStrictEqual(endOf(inOrder), endOf(shuffled))
  console.table([{ seed: options.seed, ...outcome, 'same as in order': isSame }])
  if (!isSame) console.log(JSON.stringify({ inOrder, shuffled }, null, 2))
  if (!isSame || outcome.unfinished > 0 || outcome.kills < kills) process.exitCode = 1
}

const { values: options } = parseArgs({
  options: {
    kills: { type: 'string' },
    events: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    mode: { type: 'string', default: 'start' },
    minutes: { type: 'string', default: '20' },
  },
})
if (options.kills === undefined) await steadyRate()
else await withKills(Number(options.kills))
