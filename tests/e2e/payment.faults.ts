import { expect, test } from '@playwright/test'
import postgres from 'postgres'
import { tally } from '../load/http.ts'
import { raceWebhook } from '../load/races.ts'
import { type Booking, book, pay } from './support/bookings.ts'
import { appAnswers, killApp, setStripeFaults } from './support/faults.ts'

/** Runs when the others are done: what breaks here would break theirs. */
const sql = postgres(process.env.DATABASE_URL ?? '', { max: 1, onnotice: () => undefined })
test.describe.configure({ mode: 'serial' })
test.beforeEach(() => expect.poll(appAnswers, { timeout: 30_000 }).toBe(true))
test.afterEach(() => setStripeFaults({}))
test.afterAll(() => sql.end())

test('a payment whose word did not arrive before the application was killed confirms its booking', async () => {
  const booking = await book(sql, 11)
  await setStripeFaults({ holdDeliveries: true })
  await pay(booking)
  killApp()
  expect(await statusOf(booking)).toBe('pending')
  await setStripeFaults({})
  await expectConfirmedOnce(booking)
})

test('a payment that was heard of, but not worked on when the application was killed, confirms its booking', async () => {
  const booking = await book(sql, 12)
  await setStripeFaults({ path: '/v1/', slowMs: 60_000 })
  await pay(booking)
  await expect.poll(() => eventsInWork()).toBeGreaterThan(0)
  killApp()
  await setStripeFaults({})
  expect(await statusOf(booking)).toBe('pending')
  // The minute after which an event is taken from a worker that does not come back.
  await sql`update public.webhook_events set locked_until = now() where status = 'stored'`
  await expectConfirmedOnce(booking)
})

test('of 100 deliveries of one event at once one pays', async () => {
  const booking = await book(sql, 13)
  await setStripeFaults({ holdDeliveries: true })
  await pay(booking)
  const answers = await raceWebhook(await completedEvent(booking))
  expect(tally(answers)).toEqual({ 200: 100 })
  await expectConfirmedOnce(booking)
})

async function expectConfirmedOnce(booking: Booking): Promise<void> {
  await expect.poll(() => statusOf(booking), { timeout: 30_000 }).toBe('confirmed')
  await expect.poll(() => unsent(booking), { timeout: 30_000 }).toBe(0)
  const payments = await sql`
    select status from public.payments where reservation_id = ${booking.id} and status <> 'pending'`
  expect(payments.map(({ status }) => status)).toEqual(['succeeded'])
  const { RESEND_BASE_URL: mailbox, TWILIO_API_BASE: telephones } = process.env
  const mails = await (await fetch(`${mailbox}/_emulate/emails?to=${booking.email}`)).json()
  expect(mails).toHaveLength(1)
  const messages: { to: string }[] = await (await fetch(`${telephones}/_emulate/messages`)).json()
  expect(messages.filter(({ to }) => to === booking.phone)).toHaveLength(1)
}

async function statusOf({ id }: Booking): Promise<string> {
  const [row] = await sql`select status from public.reservations where id = ${id}`
  return row?.status
}

async function unsent({ id }: Booking): Promise<number> {
  const [row] = await sql`
    select count(*)::int as found from public.outbox where payload::text like ${`%${id}%`} and status <> 'done'`
  return row?.found
}

async function eventsInWork(): Promise<number> {
  const [row] = await sql`
    select count(*)::int as found from public.webhook_events where status = 'stored' and locked_until > now()`
  return row?.found
}

/** What Stripe tells of a paid checkout page. */
async function completedEvent({ id, checkoutUrl }: Booking) {
  const [company] = await sql`
    select c.stripe_account_id from public.companies c join public.reservations r on r.company_id = c.id where r.id = ${id}`
  const session = /\/c\/pay\/(cs_[^/?#]+)/.exec(checkoutUrl)?.[1]
  return {
    id: `evt_of_test_${session}`,
    object: 'event',
    type: 'checkout.session.completed',
    livemode: false,
    data: { object: { id: session } },
    ...(company?.stripe_account_id && { account: company.stripe_account_id as string }),
  }
}
