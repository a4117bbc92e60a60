import Stripe from 'stripe'
import { expect, test } from 'vitest'
import { bookingCheckout, payOnPage, startStripeWorld } from './support/stripe-world.ts'

const world = startStripeWorld()
const customers = async () => (await world.stripe.customers.list()).data
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

async function pay(): Promise<void> {
  const session = await world.stripe.checkout.sessions.create(bookingCheckout())
  await payOnPage(session.url ?? '', '4242424242424242')
}

test('the same key and body answer the same; the work is done once', async () => {
  const once = { idempotencyKey: 'outbox-1' }
  const first = await world.stripe.customers.create({ email: 'anna@example.ch' }, once)
  const second = await world.stripe.customers.create({ email: 'anna@example.ch' }, once)
  expect(second.id).toBe(first.id)
  expect(second.lastResponse.headers['idempotent-replayed']).toBe('true')
  expect(await customers()).toHaveLength(1)
})

test('the same key with another body is refused', async () => {
  const once = { idempotencyKey: 'outbox-1' }
  await world.stripe.customers.create({ email: 'anna@example.ch' }, once)
  const other = world.stripe.customers.create({ email: 'other@example.ch' }, once)
  await expect(other).rejects.toMatchObject({ type: 'StripeIdempotencyError', statusCode: 400 })
})

test('a decline is replayed too', async () => {
  const charge = () =>
    world.stripe.paymentIntents.create(
      { amount: 5_000, currency: 'chf', payment_method: 'pm_card_chargeDeclined', confirm: true },
      { idempotencyKey: 'charge-1' },
    )
  await expect(charge()).rejects.toMatchObject({ code: 'card_declined' })
  await expect(charge()).rejects.toMatchObject({ code: 'card_declined' })
  expect((await world.stripe.charges.list()).data).toHaveLength(1)
})

test.each([
  [500, 'StripeAPIError'],
  [429, 'StripeRateLimitError'],
])('the next calls can be made to fail with %i', async (status, type) => {
  await world.faults({ failNext: 2, failStatus: status })
  await expect(world.stripe.customers.create({})).rejects.toMatchObject({ type })
  await expect(world.stripe.customers.create({})).rejects.toMatchObject({ type })
  expect((await world.stripe.customers.create({})).object).toBe('customer')
})

test('a failure can be remembered under its key, as Stripe does', async () => {
  await world.faults({ failNext: 1, failSaved: true })
  const create = () => world.stripe.customers.create({}, { idempotencyKey: 'k' })
  await expect(create()).rejects.toMatchObject({ statusCode: 500 })
  await expect(create()).rejects.toMatchObject({ statusCode: 500 })
})

test('calls can be slow', async () => {
  await world.faults({ slowMs: 150, path: '/v1/customers' })
  const before = Date.now()
  await world.stripe.customers.list()
  expect(Date.now() - before).toBeGreaterThanOrEqual(145)
})

test('an answer lost after success leaves one effect when the caller repeats with its key', async () => {
  await world.faults({ timeoutAfterSuccess: 2, timeoutMs: 50 })
  const create = () => world.stripe.customers.create({ email: 'anna@example.ch' }, { idempotencyKey: 'lost' })
  await expect(create()).rejects.toBeInstanceOf(Stripe.errors.StripeConnectionError)
  expect((await create()).email).toBe('anna@example.ch')
  expect(await customers()).toHaveLength(1)
})

test('a webhook that is not accepted comes again, signed anew', async () => {
  world.inbox.answer = (count) => (count < 3 ? 500 : 200)
  await world.stripe.checkout.sessions
    .create(bookingCheckout())
    .then(({ id }) => world.stripe.checkout.sessions.expire(id))
  await expect.poll(() => world.inbox.deliveries.length, { timeout: 5000 }).toBe(3)
  const ids = new Set(world.inbox.deliveries.map(({ event }) => event.id))
  expect(ids.size).toBe(1)
  await expect
    .poll(async () => (await world.stripe.events.retrieve([...ids][0] ?? '')).pending_webhooks)
    .toBe(0)
})

test('deliveries can be doubled', async () => {
  await world.faults({ duplicateDeliveries: 4 })
  await pay()
  const completed = () =>
    world.inbox.deliveries.filter(({ event }) => event.type === 'checkout.session.completed')
  await expect.poll(() => completed().length).toBe(5)
})

test('deliveries can be held back and released in another order', async () => {
  await world.faults({ holdDeliveries: true, shuffleDeliveries: true })
  await pay()
  await pay()
  await pause(100)
  expect(world.inbox.deliveries).toHaveLength(0)
  await world.faults({ holdDeliveries: false })
  await expect.poll(() => world.inbox.deliveries.length).toBe(4)
})

test('an event can be sent again', async () => {
  await pay()
  const event = await world.inbox.waitFor('checkout.session.completed')
  await pause(50)
  const before = world.inbox.deliveries.length
  await fetch(`${world.url}/_emulate/events/${event.id}/resend`, { method: 'POST' })
  await expect.poll(() => world.inbox.deliveries.length).toBe(before + 1)
})

test('an unknown fault, parameter, path or key is refused, never ignored', async () => {
  expect((await world.faults({ sloMs: 1 })).status).toBe(400)
  const misspelt = { emial: 'anna@example.ch' } as Stripe.CustomerCreateParams
  await expect(world.stripe.customers.create(misspelt)).rejects.toMatchObject({ code: 'parameter_unknown' })
  await expect(world.stripe.topups.list()).rejects.toMatchObject({ statusCode: 404 })
  expect((await fetch(`${world.url}/v1/customers`)).status).toBe(401)
})

test('lists are paged, and the SDK walks them', async () => {
  for (let i = 0; i < 25; i += 1) await world.stripe.customers.create({ name: `Customer ${i}` })
  const first = await world.stripe.customers.list({ limit: 10 })
  expect(first.has_more).toBe(true)
  expect(first.data[0]?.name).toBe('Customer 24')
  const all = await world.stripe.customers.list({ limit: 10 }).autoPagingToArray({ limit: 100 })
  expect(all).toHaveLength(25)
})
