import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import postgres from 'postgres'
import { world } from './environment.ts'

// `npm run bench:outbox -- --messages 20000 --kills 22`: messages of one company leave while their workers are killed; each arrives once. Those that were in the hands of a
// worker that died are taken again two minutes later. Halfway another company sends one, which must not wait behind the crowd.
const { values } = parseArgs({
  options: {
    messages: { type: 'string', default: '2000' },
    kills: { type: 'string', default: '6' },
    workers: { type: 'string', default: '2' },
  },
})
const [messages, kills, workers] = [values.messages, values.kills, values.workers].map(Number) as [
  number,
  number,
  number,
]
const MOST_WAIT_MS = 5_000
const twilio = {
  base: process.env.TWILIO_API_BASE ?? '',
  sid: process.env.TWILIO_ACCOUNT_SID ?? '',
  token: process.env.TWILIO_AUTH_TOKEN ?? '',
}
const sql = postgres(world.databaseUrl, { max: 2, onnotice: () => undefined })
const run = String(Date.now()).slice(-6)

/** A WhatsApp number of this run: nobody's. */
const numberOf = (nth: number) => `+4179${run}${String(nth).padStart(5, '0')}`

async function approvedTemplate(): Promise<string> {
  const answer = await fetch(`${twilio.base}/v1/Content`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ types: { 'twilio/text': { body: '{{1}}: {{2}}' } } }),
  })
  return ((await answer.json()) as { sid: string }).sid
}

async function enqueue(slug: string, contentSid: string, from: number, until: number): Promise<void> {
  const payload = {
    event: 'day_before',
    channel: 'whatsapp',
    language: 'de',
    texts: { contentSid, body: '{{company}}: {{number}}' },
    reservation_id: null,
  }
  await sql`
    select private.enqueue(c.id, 'message.test', ${`bench ${run} `} || nth,
      ${sql.json(payload)} || jsonb_build_object('to', ${`+4179${run}`} || lpad(nth::text, 5, '0')))
    from public.companies c, generate_series(${from}::int, ${until}::int) as nth where c.slug = ${slug}`
}

async function counts(): Promise<{ done: number; dead: number; all: number }> {
  const [row] = await sql`
    select count(*) filter (where status = 'done')::int as done, count(*) filter (where status = 'dead')::int as dead, count(*)::int as all
    from public.outbox where topic = 'message.test' and key like ${`bench ${run} %`}`
  return row as unknown as { done: number; dead: number; all: number }
}

function startWorker(): ChildProcess {
  return spawn(
    process.execPath,
    ['--import', 'tsx', '--import', './tests/load/without-server-only.ts', 'tests/load/outbox-worker.ts'],
    { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, LOG_LEVEL: 'silent' } },
  )
}

/** How often each number was written to, as the receiver counts. */
async function arrivals(): Promise<Map<string, number>> {
  const times = new Map<string, number>()
  const authorization = `Basic ${Buffer.from(`${twilio.sid}:${twilio.token}`).toString('base64')}`
  for (let page = 0; ; page++) {
    const answer = await fetch(
      `${twilio.base}/2010-04-01/Accounts/${twilio.sid}/Messages.json?PageSize=1000&Page=${page}`,
      { headers: { authorization } },
    )
    const { messages: some, next_page_uri: next } = (await answer.json()) as {
      messages: { to: string }[]
      next_page_uri: string | null
    }
    for (const { to } of some) times.set(to, (times.get(to) ?? 0) + 1)
    if (!next) return times
  }
}

const contentSid = await approvedTemplate()
await enqueue('alpenmobil', contentSid, 1, messages)
const began = performance.now()
const crew = Array.from({ length: workers }, startWorker)
let killed = 0
let isOtherAsked = false
let seen = await counts()
while (seen.all <= messages || seen.done + seen.dead < seen.all) {
  await sleep(500)
  seen = await counts()
  const share = seen.done / messages
  // Evenly over the run, a worker of the crew in turn; the last ones while the last are under way.
  if (killed < kills && share >= killed / (kills + 1)) {
    const place = killed % workers
    crew[place]?.kill('SIGKILL')
    crew[place] = startWorker()
    killed += 1
  }
  if (!isOtherAsked && share >= 0.5) {
    await enqueue('glanzwerk', contentSid, messages + 1, messages + 1)
    isOtherAsked = true
  }
}
for (const worker of crew) worker.kill('SIGKILL')
const seconds = (performance.now() - began) / 1_000
const [other] = await sql`
  select (extract(epoch from done_at - created_at) * 1000)::int as ms from public.outbox
  where topic = 'message.test' and key = ${`bench ${run} ${messages + 1}`}`
const times = await arrivals()
const numbers = Array.from({ length: messages + 1 }, (_, nth) => `whatsapp:${numberOf(nth + 1)}`)
const lost = numbers.filter((number) => !times.has(number)).length
const doubled = numbers.filter((number) => (times.get(number) ?? 0) > 1).length
console.table([
  {
    messages,
    kills: killed,
    lost,
    doubled,
    dead: seen.dead,
    seconds: Math.round(seconds),
    'per second': Math.round(messages / seconds),
    'ms of the other company': other?.ms,
  },
])
await sql.end()
if (lost + doubled + seen.dead > 0 || (other?.ms ?? Number.POSITIVE_INFINITY) > MOST_WAIT_MS)
  process.exitCode = 1
