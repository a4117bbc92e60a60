import { randomUUID } from 'node:crypto'
import { world } from './environment.ts'
import { type Answer, percentile, tally } from './http.ts'
import { deliverWebhook } from './webhooks.ts'

// `npm run bench:webhooks`: Stripe's events at a steady rate; each is verified, stored and answered before anybody works on it.
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
