import { type ChildProcess, spawn } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import postgres from 'postgres'
import Stripe from 'stripe'
import { startStripe } from '../../infrastructure/local/emulators/stripe/start.ts'
import { vehicleOf } from '../database/support/fleet.ts'
import { copiesOf, endsOf, type PendingBooking } from '../database/support/pending-bookings.ts'
import { type Booking, bookOnSite, periodIn } from '../database/support/rentals.ts'
import { freePort } from '../emulators/support/free-port.ts'
import { rentalCompany } from './company.ts'
import { world } from './environment.ts'
import { call } from './http.ts'
import { deliverWebhook } from './webhooks.ts'

const KINDS = [
  'payment_intent.payment_failed',
  'payment_intent.succeeded',
  'charge.refunded',
  'charge.dispute.created',
  'charge.dispute.closed',
] as const
const AT_ONCE = 16
const nextProgram = path.join(import.meta.dirname, '../../node_modules/next/dist/bin/next')

export interface KillRun {
  events: number
  kills: number
  /** The share of events that come twice. */
  doubled: number
  seed: number
  /** `start` runs what was built, `dev` compiles. */
  mode: 'start' | 'dev'
  /** After so many minutes the run gives up. */
  minutes: number
}

export interface KillOutcome {
  deliveries: number
  answered: number
  kills: number
  seconds: number
  payments: number
  /** How a payment ends whose events come in order, and how all the others ended. */
  inOrder: unknown[]
  shuffled: unknown[]
  unfinished: number
}

type Event = {
  id: string
  type: string
  object: 'event'
  account: string
  livemode: false
  data: { object: { id: string } }
}

/** Small and the same everywhere for a seed. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

function shuffle<T>(items: T[], random: () => number): T[] {
  const mixed = [...items]
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1))
    ;[mixed[last], mixed[other]] = [mixed[other] as T, mixed[last] as T]
  }
  return mixed
}

/** The application, killed and started again on the same port. */
class App {
  private child: ChildProcess | undefined

  constructor(
    private readonly port: number,
    private readonly mode: KillRun['mode'],
    private readonly stripeUrl: string,
  ) {}

  get url(): string {
    return `http://localhost:${this.port}`
  }

  async start(): Promise<void> {
    const log = createWriteStream(path.join(tmpdir(), 'crms-webhook-kills.log'), { flags: 'a' })
    const name = process.env.CRMS_STACK ?? 'demo'
    const built = name === 'demo' ? '.next' : `.next-${name}`
    this.child = spawn(
      process.execPath,
      [nextProgram, this.mode, '--port', String(this.port), '--hostname', '127.0.0.1'],
      {
        detached: true,
        stdio: ['ignore', 'pipe', 'pipe'],
        env: {
          ...process.env,
          NODE_ENV: this.mode === 'dev' ? 'development' : 'production',
          NEXT_DIST_DIR: this.mode === 'dev' ? `.next-${name}-dev` : built,
          NEXT_TELEMETRY_DISABLED: '1',
          APP_HOST: `localhost:${this.port}`,
          STRIPE_API_BASE: this.stripeUrl,
        },
      },
    )
    this.child.stdout?.pipe(log)
    this.child.stderr?.pipe(log)
    for (let tries = 0; tries < 600; tries += 1) {
      // An unsigned event is refused as soon as there is somebody to refuse it.
      const answer = await call(`${this.url}/api/webhooks/stripe`, { method: 'POST', body: '{}' }).catch(
        () => null,
      )
      if (answer?.status === 400) return
      await sleep(200)
    }
    throw new Error('The application does not answer: see crms-webhook-kills.log')
  }

  /** Ends it in the middle of whatever it does. */
  async kill(): Promise<void> {
    const { child } = this
    if (!child?.pid || child.exitCode !== null || child.signalCode !== null) return
    const gone = new Promise((resolve) => child.once('exit', resolve))
    process.kill(-child.pid, 'SIGKILL')
    await gone
  }
}

/** Payments at Stripe, each paid, refunded in part, contested and won, and their events here, in order. */
async function liveAtStripe(
  stripe: Stripe,
  emulator: string,
  { companyId, account }: Template,
  amount: number,
  bookings: PendingBooking[],
): Promise<Event[][]> {
  const tell = async <T>(what: string, body: object = {}) => {
    const answer = await call(`${emulator}/_emulate/${what}`, { method: 'POST', body })
    return JSON.parse(answer.body) as T
  }
  const lives: Event[][] = []
  const waiting = bookings.map((booking, nth) => ({ booking, nth }))
  const worker = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const { booking, nth } = next
      const intent = await stripe.paymentIntents.create({
        amount,
        currency: 'chf',
        payment_method: 'pm_card_visa',
        confirm: true,
        metadata: { company_id: companyId, payment_id: booking.paymentId },
      })
      const charge = String(intent.latest_charge)
      await stripe.refunds.create({ payment_intent: intent.id, amount: 1_000 })
      const dispute = await tell<{ id: string }>('disputes', { charge })
      await tell(`disputes/${dispute.id}/won`)
      const about = [intent.id, intent.id, charge, dispute.id, dispute.id]
      lives[nth] = KINDS.map((type, place) => ({
        id: `evt_${booking.id.replaceAll('-', '')}_${place}`,
        object: 'event',
        type,
        account,
        livemode: false,
        data: { object: { id: about[place] ?? '' } },
      }))
    }
  }
  await Promise.all(Array.from({ length: 4 }, worker))
  return lives
}

interface Template {
  companyId: string
  account: string
  booking: Booking
}

/** A company of its own, and a booking far ahead that waits for its deposit. */
async function templateBooking(sql: postgres.Sql): Promise<Template> {
  const company = await rentalCompany(sql)
  const wish = { ...periodIn(400), vehicleId: vehicleOf(company, 0).id }
  const booking = await sql.begin((transaction) => bookOnSite(transaction, company.slug, wish))
  return { companyId: company.companyId, account: company.stripeAccount, booking }
}

/** Delivers events in any order, some twice, while the application is killed again and again, and compares with payments whose events came in order. */
export async function runWithKills(run: KillRun): Promise<KillOutcome> {
  const stopAt = Date.now() + run.minutes * 60_000
  const random = randomOf(run.seed)
  const sql = postgres(world.databaseUrl, { max: 4, onnotice: () => undefined })
  const template = await templateBooking(sql)
  const { companyId, account, booking } = template
  const emulator = await startStripe({
    port: await freePort(),
    appUrl: 'http://127.0.0.1:9',
    webhookSecret: 'whsec_nobody',
    connectWebhookSecret: 'whsec_nobody',
    connectedAccounts: [{ id: account, name: 'Bench' }],
    stateFile: null,
    log: () => {},
  })
  const { hostname, port } = new URL(emulator.url)
  const stripe = new Stripe('sk_test_emulator', {
    host: hostname,
    port,
    protocol: 'http',
    telemetry: false,
    stripeAccount: account,
  })
  const app = new App(await freePort(), run.mode, emulator.url)
  try {
    const each = Math.ceil((run.events * (1 - run.doubled)) / KINDS.length)
    const bookings = await sql.begin(async (transaction) => {
      const copies = await copiesOf(transaction, booking, each + 5)
      await transaction`
        update public.allocations set expires_at = now() + interval '1 day' where source_id = any (${copies.map(({ id }) => id)})`
      return copies
    })
    const lives = await liveAtStripe(
      stripe,
      emulator.url,
      template,
      booking.payment?.amount_rappen ?? 0,
      bookings,
    )
    await app.start()
    for (const event of lives.slice(0, 5).flat()) await deliverWebhook(event, app.url)

    const own = lives.slice(5).flat()
    const queue = shuffle([...own, ...own.filter(() => random() < run.doubled / (1 - run.doubled))], random)
    const deliveries = queue.length
    const began = performance.now()
    let answered = 0
    let kills = 0
    let restarting: Promise<void> | null = null
    const restart = async () => {
      await app.kill()
      await app.start()
      restarting = null
    }
    const sender = async () => {
      for (let event = queue.pop(); event && Date.now() < stopAt; event = queue.pop()) {
        const answer = await deliverWebhook(event, app.url).catch(() => null)
        // As Stripe does: what was not taken comes again.
        if (answer?.status !== 200) queue.unshift(event)
        else answered += 1
        if (restarting) await restarting
        else if (kills < run.kills && answered >= ((kills + 1) * deliveries) / (run.kills + 1)) {
          kills += 1
          restarting = restart()
        }
      }
    }
    const cron = { authorization: `Bearer ${process.env.CRON_SECRET}` }
    const sweep = () => call(`${app.url}/api/cron/webhook-events`, { headers: cron }).catch(() => null)
    const ids = lives.flat().map(({ id }) => id)
    const unfinished = async () => {
      const [row] = await sql`
        select count(*)::int as count from public.webhook_events where event_id = any (${ids}) and status not in ('processed', 'ignored')`
      return row?.count as number
    }
    await Promise.all(Array.from({ length: AT_ONCE }, sender))
    // What died with a worker is taken again after a minute.
    while ((await unfinished()) > 0 && Date.now() < stopAt) {
      await sweep()
      await sleep(500)
    }
    const seconds = Math.round((performance.now() - began) / 1_000)
    const endsOfThese = (some: PendingBooking[]) =>
      sql.begin((transaction) =>
        endsOf(
          transaction,
          companyId,
          some.map(({ id }) => id),
        ),
      )
    return {
      deliveries,
      answered,
      kills,
      seconds,
      payments: bookings.length - 5,
      inOrder: await endsOfThese(bookings.slice(0, 5)),
      shuffled: await endsOfThese(bookings.slice(5)),
      unfinished: await unfinished(),
    }
  } finally {
    await app.kill()
    await emulator.close()
    await sql.end()
  }
}
