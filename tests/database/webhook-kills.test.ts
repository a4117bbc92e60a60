import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test, vi } from 'vitest'
import { storeEvent, workInbox } from '@/lib/core/inbox'
import { processStripeEvent } from '@/lib/integrations/stripe/webhook'
import '../unit/support/environment.ts'
import { bookingCheckout, payOnPage } from '../emulators/support/stripe-world.ts'
import { freshDatabase } from './support/database.ts'
import { foundRentalCompany, freeSlots, type RentalCompany } from './support/fleet.ts'
import { gatewayOn } from './support/gateway.ts'
import { copiesOf, endsOf, type PendingBooking } from './support/pending-bookings.ts'
import { bookOnSite } from './support/rentals.ts'
import { type EmulatedStripe, emulateStripe } from './support/stripe-emulator.ts'

/** A worker of webhooks that can be killed after any of its steps: from then on it reaches nobody any more. */
const worker = vi.hoisted(() => ({ steps: 0, diesAfter: Number.POSITIVE_INFINITY, db: undefined as unknown }))
const emulated = vi.hoisted(() => ({}) as Partial<EmulatedStripe>)
vi.mock('@/lib/supabase/admin', () => ({ createAdminClient: () => worker.db }))
vi.mock('@/lib/integrations/stripe/client', () => ({
  actingAs: () => ({}),
  isLiveMode: () => false,
  stripe: () => emulated.stripe,
}))

const stripe = emulateStripe(emulated)
const database = freshDatabase()
const gateway = gatewayOn(database)
let company: RentalCompany
const slot = freeSlots(() => company)

beforeAll(async () => {
  company = await foundRentalCompany(database)
  worker.db = gateway.client(gateway.secretKey, undefined, async (request) => {
    if (worker.steps >= worker.diesAfter) throw new Error('killed')
    const answer = await request()
    worker.steps += 1
    if (worker.steps >= worker.diesAfter) throw new Error('killed')
    return answer
  })
})

interface Event {
  id: string
  type: string
  about: string
}

/** A payment at Stripe, paid on its page, refunded in part, contested and won; what Stripe tells of it, in order. */
async function liveAtStripe({ paymentId }: PendingBooking, amount: number): Promise<Event[]> {
  const metadata = { company_id: company.companyId, payment_id: paymentId }
  const price_data = { currency: 'chf', unit_amount: amount, product_data: { name: 'VW Golf' } }
  const session = await stripe.stripe.checkout.sessions.create(
    bookingCheckout({
      line_items: [{ quantity: 1, price_data }],
      metadata,
      payment_intent_data: { metadata },
    }),
  )
  await payOnPage(session.url ?? '', '4242 4242 4242 4242')
  const paid = await stripe.stripe.checkout.sessions.retrieve(session.id, { expand: ['payment_intent'] })
  const intent = paid.payment_intent as Exclude<typeof paid.payment_intent, string | null>
  const charge = String(intent.latest_charge)
  await stripe.stripe.refunds.create({ payment_intent: intent.id, amount: 1_000 })
  const dispute = await stripe.bank<{ id: string }>('disputes', { charge })
  await stripe.bank(`disputes/${dispute.id}/won`)
  const about = {
    'payment_intent.payment_failed': intent.id,
    'payment_intent.succeeded': intent.id,
    'checkout.session.completed': session.id,
    'charge.refunded': charge,
    'charge.dispute.created': dispute.id,
    'charge.dispute.closed': dispute.id,
  }
  return Object.entries(about).map(([type, id]) => ({ id: `evt_${randomUUID()}`, type, about: id }))
}

/** One delivery, as the route takes it: stored, answered, worked on. Throws where the worker dies before the answer. */
async function deliver({ id: eventId, type, about }: Event): Promise<void> {
  const payload = { data: { object: { id: about } } }
  const account = company.stripeAccount
  await storeEvent({ provider: 'stripe', eventId, type, account, livemode: false, payload }, 'request')
  await workInbox({ stripe: processStripeEvent }, { requestId: 'request', eventId }).catch(() => undefined)
}

/** Delivers all events in order to a worker that dies after so many steps, and once more to the one that follows it. */
async function outlive(events: Event[], diesAfter: number): Promise<void> {
  Object.assign(worker, { steps: 0, diesAfter })
  for (const event of events) {
    // Stripe delivers again what was not answered; what died with its worker is taken when its lock has run out.
    await deliver(event).catch(() => undefined)
    if (worker.steps < worker.diesAfter) continue
    Object.assign(worker, { steps: 0, diesAfter: Number.POSITIVE_INFINITY })
    await database.asPostgres(
      (sql) =>
        sql`update public.webhook_events set locked_until = now() - interval '1 second' where event_id = ${event.id} and locked_until is not null`,
    )
    await deliver(event)
  }
}

test('killed after any of its steps, a worker leaves nothing that the next one does not bring to the same end', async () => {
  const booking = await database.asAnon((sql) => bookOnSite(sql, company.slug, slot()))
  const amount = booking.payment?.amount_rappen ?? 0
  const copies = await database.asPostgres(async (sql) => {
    const made = await copiesOf(sql, booking, 100)
    await sql`
      update public.allocations set expires_at = now() + interval '1 day' where source_id = any (${made.map(({ id }) => id)})`
    return made
  })
  const [undisturbed, ...others] = copies as [PendingBooking, ...PendingBooking[]]
  await outlive(await liveAtStripe(undisturbed, amount), Number.POSITIVE_INFINITY)
  const { steps } = worker
  expect(steps).toBeGreaterThan(30)
  expect(steps).toBeLessThanOrEqual(others.length)

  const killed = others.slice(0, steps)
  for (const [nth, other] of killed.entries()) await outlive(await liveAtStripe(other, amount), nth + 1)
  const ends = (some: PendingBooking[]) =>
    database.asPostgres((sql) =>
      endsOf(
        sql,
        company.companyId,
        some.map(({ id }) => id),
      ),
    )
  const [inOrder] = await ends([undisturbed])
  expect(inOrder).toMatchObject({ status: 'confirmed', payment: 'partially_refunded', letters: 1, firm: 1 })
  expect(await ends(killed)).toEqual([{ ...inOrder, times: killed.length }])
  const open = await database.asPostgres(
    (sql) => sql`select event_id, status, last_error from public.webhook_events where status <> 'processed'`,
  )
  expect([...open]).toEqual([])
})
