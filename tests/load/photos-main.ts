import { randomUUID } from 'node:crypto'
import postgres from 'postgres'
import sharp from 'sharp'
import { world } from './environment.ts'
import { type Answer, call, percentile } from './http.ts'
import { cookieOf } from './session.ts'

// `npm run bench:photos`: photos of 5 MB, one after the other, from a phone on this machine: put into storage, drawn anew, with
// their thumbnail among the evidence. It takes a running rental's return and leaves it without them. Figures depend on the machine.
const ROUNDS = 30
const BYTES = 5_000_000
const MOST_P95_MS = 700

const sql = postgres(world.databaseUrl, { max: 1 })
const [rental] = await sql`
  select c.id, c.vehicle_id, c.company_id || ':' || m.user_id as owner
  from public.contracts c
  join public.companies o on o.id = c.company_id and o.slug = 'alpenmobil'
  join public.memberships m on m.company_id = c.company_id and m.role = 'owner'
  where c.status = 'active' and not exists (
    select from public.handovers h where h.company_id = c.company_id and h.contract_id = c.id and h.change_id is not null and h.completed_at is null)
  order by c.ends_at desc limit 1`
await sql.end()
if (!rental) throw new Error('The demo has no rental under way.')
const cookie = await cookieOf('owner@alpenmobil.test')
const deviceId = randomUUID()
let nth = 0
let handoverId: string | null = null

function post(path: string, body: object): Promise<Answer> {
  return call(`${world.app}${path}`, { method: 'POST', headers: { cookie, origin: world.app }, body })
}

async function step(work: object): Promise<void> {
  nth += 1
  const now = new Date().toISOString()
  const answer = await post('/api/handovers/steps', {
    id: randomUUID(),
    owner: rental?.owner,
    nth,
    deviceId,
    deviceAt: now,
    sentAt: now,
    clockOffsetMs: 0,
    vehicleId: rental?.vehicle_id,
    handoverId,
    work,
  })
  if (answer.status !== 200) throw new Error(`A step answered ${answer.status}: ${answer.body}`)
  handoverId = (JSON.parse(answer.body) as { data: { handoverId: string } }).data.handoverId
}

/** A photo as heavy as wanted: noise, whose weight follows its size. */
async function photoOf(bytes: number): Promise<Buffer> {
  const draw = (width: number) => {
    const noise = { type: 'gaussian' as const, mean: 128, sigma: 40 }
    const create = {
      width,
      height: Math.round((width * 3) / 4),
      channels: 3 as const,
      background: '#000',
      noise,
    }
    return sharp({ create }).jpeg({ quality: 80 }).toBuffer()
  }
  const tried = await draw(2_000)
  return draw(Math.round(2_000 * Math.sqrt(bytes / tried.byteLength)))
}

const photo = await photoOf(BYTES)

/** One photo all the way, as the phone's queue brings it. */
async function bring(): Promise<{ id: string; milliseconds: number }> {
  const id = randomUUID()
  const began = performance.now()
  const opened = await post('/api/handovers/uploads', { photoId: id })
  const { url } = (JSON.parse(opened.body) as { data: { url: string } }).data
  const put = await fetch(url, {
    method: 'PUT',
    headers: { 'content-type': 'image/jpeg' },
    body: Uint8Array.from(photo),
  })
  if (!put.ok) throw new Error(`The upload answered ${put.status}`)
  await step({ kind: 'add_photo', photoId: id, position: 'free' })
  return { id, milliseconds: performance.now() - began }
}

await step({ kind: 'begin_return', contractId: rental.id })
for (let warm = 0; warm < 3; warm += 1) await step({ kind: 'remove_photo', photoId: (await bring()).id })
const times: Answer[] = []
for (let round = 0; round < ROUNDS; round += 1) {
  const { id, milliseconds } = await bring()
  times.push({ status: 200, milliseconds, headers: {}, body: '' })
  await step({ kind: 'remove_photo', photoId: id })
}
const p95 = percentile(times, 0.95)
console.table([
  {
    app: world.app,
    photos: times.length,
    MB: (photo.byteLength / 1_000_000).toFixed(1),
    'p50 ms': percentile(times, 0.5),
    'p95 ms': p95,
  },
])
process.exit(p95 > MOST_P95_MS ? 1 : 0)
