import { randomUUID } from 'node:crypto'
import postgres from 'postgres'
import { world } from './environment.ts'
import { type Answer, call, percentile, tally } from './http.ts'
import { deskWorld } from './session.ts'
import { type Ask, type Speed, takeTurns } from './turns.ts'

// `npm run bench:http`: the application beside what it stands on. Absolute figures depend on the machine; compare lines of one run.
const DAY = 86_400_000
const sql = postgres(world.databaseUrl, { max: 2 })
const { cookie, token, vehicleIds, customerId } = await deskWorld(sql)
let asked = 0

function post(url: string, body: object, headers: Record<string, string>): Promise<Answer> {
  return call(url, { method: 'POST', headers, body })
}
const rpc = (name: string, body: object) =>
  post(`${world.supabase}/rest/v1/rpc/${name}`, body, {
    apikey: world.publishableKey,
    authorization: `Bearer ${token}`,
  })
const desk = (path: string) => call(`${world.app}${path}`, { headers: { cookie } })

/** A period nobody has asked for yet, a half hour beside the last one. */
function nextPeriod(days: number) {
  asked += 1
  const start = Math.ceil(Date.now() / DAY) * DAY + 20 * DAY + asked * 30 * 60_000
  return { from: new Date(start).toISOString(), to: new Date(start + days * DAY).toISOString() }
}
const search = ({ from, to }: { from: string; to: string }) =>
  `/api/vehicles/availability?from=${from}&to=${to}`

/** A vehicle and days that nobody else of this run asks for: fleet after fleet, two days after two days. */
const firstDay = Math.ceil(Date.now() / DAY) * DAY + (380 + Math.floor(Math.random() * 200)) * DAY
let wished = 0
function nextWish() {
  const nth = wished++
  const startsAt = firstDay + Math.floor(nth / vehicleIds.length) * 2 * 3_600_000
  return {
    vehicleId: vehicleIds[nth % vehicleIds.length] as string,
    startsAt: new Date(startsAt).toISOString(),
    endsAt: new Date(startsAt + 3_600_000 / 2).toISOString(),
  }
}
const reserve = (wish: ReturnType<typeof nextWish>) =>
  post(
    `${world.app}/api/reservations`,
    { ...wish, customerId },
    { cookie, origin: world.app, 'idempotency-key': randomUUID() },
  )
const reserveByRpc = (wish: ReturnType<typeof nextWish>) =>
  rpc('create_reservation', {
    p_starts_at: wish.startsAt,
    p_ends_at: wish.endsAt,
    p_vehicle_id: wish.vehicleId,
    p_customer_id: customerId,
    p_idempotency_key: randomUUID(),
  })

function report(title: string, speeds: Speed[]): void {
  const base = speeds[0]?.perSecond || 1
  console.log(title)
  console.table(speeds.map((speed) => ({ ...speed, ratio: (speed.perSecond / base).toFixed(2) })))
}

const distinct: Ask[] = [
  {
    name: 'search_availability, Data API',
    ask: () => {
      const { from, to } = nextPeriod(3)
      return rpc('search_availability', { p_starts_at: from, p_ends_at: to })
    },
  },
  { name: 'distinct searches, /api/vehicles/availability', ask: () => desk(search(nextPeriod(3))) },
]
const same = search(nextPeriod(3))
const repeated: Ask[] = [
  {
    name: 'an all but empty route: robots.txt of a site',
    ask: () => call(`${world.app}/robots.txt`, { host: world.site }),
  },
  { name: 'one search repeated, /api/vehicles/availability', ask: () => desk(same) },
]
const creation: Ask[] = [
  { name: 'create_reservation, Data API', ask: () => reserveByRpc(nextWish()) },
  { name: 'spread reservations, /api/reservations', ask: () => reserve(nextWish()), ok: 201 },
]
report('Availability: distinct questions', await takeTurns(distinct))
report('Availability: the same question', await takeTurns(repeated))
report('Reservations of different vehicles and hours', await takeTurns(creation))

/** Twenty vehicles at one time, each wanted two hundred times; fifty ask at once. */
async function contend(ask: (wish: ReturnType<typeof nextWish>) => Promise<Answer>): Promise<Answer[]> {
  // Still within the three years for which anything can be booked.
  const startsAt = firstDay + 300 * DAY + Math.floor(Math.random() * 100) * DAY
  const wishes = Array.from({ length: 20 * 200 }, (_, nth) => ({
    vehicleId: vehicleIds[nth % 20] as string,
    startsAt: new Date(startsAt).toISOString(),
    endsAt: new Date(startsAt + DAY).toISOString(),
  }))
  const answers: Answer[] = []
  await Promise.all(
    Array.from({ length: 50 }, async () => {
      for (let wish = wishes.pop(); wish; wish = wishes.pop()) answers.push(await ask(wish))
    }),
  )
  return answers
}
for (const [name, ask] of [
  ['Data API', reserveByRpc],
  ['/api/reservations', reserve],
] as const) {
  const started = performance.now()
  const answers = await contend(ask)
  const seconds = (performance.now() - started) / 1_000
  console.log(
    `20 × 200 for one time, ${name}: ${JSON.stringify(tally(answers))}, ${Math.round(answers.length / seconds)} per second, p95 ${percentile(answers, 0.95)} ms`,
  )
}
await sql.end()
process.exit(0)
