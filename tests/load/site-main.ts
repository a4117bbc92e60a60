import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import postgres from 'postgres'
import { findChromium, requireChromium } from '../../infrastructure/local/testing/chromium.ts'
import { world } from './environment.ts'
import { call } from './http.ts'
import { deskWorld } from './session.ts'
import { takeTurns } from './turns.ts'

// `npm run bench:site`: the booking site as a phone sees it (Lighthouse's own throttling), how many pages a second it answers beside a page
// without a query, and how soon its results know of a booking. Lighthouse is fetched when it is needed.
const DAY = 86_400_000
const ROUNDS = 3
const LIGHTHOUSE = 'lighthouse@13'
const run = promisify(execFile)
const day = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10)
const results = `/search?from=${day(20)}&to=${day(23)}`

interface Report {
  categories: Record<string, { score: number | null }>
  audits: Record<string, { numericValue?: number }>
}

async function lighthouse(path: string): Promise<Report> {
  const flags = '--headless=new --no-sandbox --disable-dev-shm-usage'
  const { stdout } = await run(
    'npx',
    [
      '--yes',
      LIGHTHOUSE,
      `http://${world.site}${path}`,
      '--quiet',
      '--output=json',
      `--chrome-flags=${flags}`,
    ],
    { env: { ...process.env, CHROME_PATH: findChromium() }, maxBuffer: 64_000_000 },
  )
  return JSON.parse(stdout)
}

const middle = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

async function score(name: string, path: string) {
  const reports: Report[] = []
  for (let round = 0; round < ROUNDS; round++) reports.push(await lighthouse(path))
  const category = (id: string) =>
    Math.round(100 * middle(reports.map(({ categories }) => categories[id]?.score ?? 0)))
  const audit = (id: string) => middle(reports.map(({ audits }) => audits[id]?.numericValue ?? 0))
  return {
    page: name,
    performance: category('performance'),
    accessibility: category('accessibility'),
    'best practices': category('best-practices'),
    seo: category('seo'),
    'LCP ms': Math.round(audit('largest-contentful-paint')),
    CLS: audit('cumulative-layout-shift').toFixed(3),
    'blocked ms': Math.round(audit('total-blocking-time')),
  }
}

const site = (path: string) => () => call(`${world.app}${path}`, { host: world.site })

/** Milliseconds from a booking's answer until the results are others. */
async function freshness(reserve: () => Promise<unknown>): Promise<number> {
  const before = shownBy((await site(results)()).body)
  await reserve()
  const booked = performance.now()
  while (performance.now() - booked < 10_000) {
    if (shownBy((await site(results)()).body) !== before) return Math.round(performance.now() - booked)
    await sleep(20)
  }
  return Number.POSITIVE_INFINITY
}
/** How many vehicles the page says are free. */
const shownBy = (html: string) => /aria-live="polite"[^>]*>([^<]*)</.exec(html)?.[1]

requireChromium()
console.table([await score('home', '/'), await score('results', results)])

const speeds = await takeTurns([
  { name: 'a page without a query: imprint', ask: site('/imprint') },
  { name: 'home', ask: site('/') },
  { name: 'catalogue: free vehicles with their price', ask: site(results) },
])
const still = speeds[0]?.perSecond || 1
console.table(speeds.map((speed) => ({ ...speed, ratio: (speed.perSecond / still).toFixed(2) })))

const sql = postgres(world.databaseUrl, { max: 1, onnotice: () => undefined })
const { cookie, token, customerId } = await deskWorld(sql)
const free = async () => {
  const { body } = await site(results)()
  const ids = [...body.matchAll(/href="\/book\/([0-9a-f-]{36})\?/g)].map(([, id]) => id)
  return { vehicleId: ids.at(-1) as string, startsAt: `${day(20)}T09:00:00Z`, endsAt: `${day(23)}T09:00:00Z` }
}
const throughUs = await free()
const byApp = await freshness(() =>
  call(`${world.app}/api/reservations`, {
    method: 'POST',
    headers: { cookie, origin: world.app, 'idempotency-key': randomUUID() },
    body: { ...throughUs, customerId },
  }),
)
const past = await free()
const byDataApi = await freshness(() =>
  call(`${world.supabase}/rest/v1/rpc/create_reservation`, {
    method: 'POST',
    headers: { apikey: world.publishableKey, authorization: `Bearer ${token}` },
    body: {
      p_starts_at: past.startsAt,
      p_ends_at: past.endsAt,
      p_vehicle_id: past.vehicleId,
      p_customer_id: customerId,
      p_idempotency_key: randomUUID(),
    },
  }),
)
console.log(
  `The results know of a booking after ${byApp} ms through the application, after ${byDataApi} ms past it.`,
)
await sql.end()
process.exit(0)
