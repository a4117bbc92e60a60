import Stripe from 'stripe'
import { expect, test } from 'vitest'
import { bookingCheckout, payOnPage, startStripeWorld, submitForm } from './support/stripe-world.ts'

const world = startStripeWorld()

function hold(amount: number): Promise<Stripe.PaymentIntent> {
  return world.stripe.paymentIntents.create({
    amount,
    currency: 'chf',
    capture_method: 'manual',
    payment_method: 'pm_card_visa',
    confirm: true,
  })
}

async function savedCard(alias: string): Promise<{ customer: string; card: string }> {
  const customer = await world.stripe.customers.create({ email: 'anna@example.ch' })
  const card = await world.stripe.paymentMethods.attach(alias, { customer: customer.id })
  return { customer: customer.id, card: card.id }
}

test('a hold can be captured in part; the rest is released', async () => {
  const held = await hold(50_000)
  expect(held).toMatchObject({ status: 'requires_capture', amount_capturable: 50_000 })
  const taken = await world.stripe.paymentIntents.capture(held.id, { amount_to_capture: 12_500 }, {})
  expect(taken).toMatchObject({ status: 'succeeded', amount_received: 12_500, amount_capturable: 0 })
  const charge = await world.stripe.charges.retrieve(String(taken.latest_charge))
  expect(charge).toMatchObject({ amount_captured: 12_500, amount_refunded: 37_500, captured: true })
  await world.inbox.waitFor('payment_intent.succeeded')
})

test('no more can be captured than is held, and only once', async () => {
  const held = await hold(50_000)
  const tooMuch = world.stripe.paymentIntents.capture(held.id, { amount_to_capture: 50_001 })
  await expect(tooMuch).rejects.toMatchObject({ code: 'amount_too_large' })
  await world.stripe.paymentIntents.capture(held.id)
  await expect(world.stripe.paymentIntents.capture(held.id)).rejects.toMatchObject({
    code: 'payment_intent_unexpected_state',
  })
})

test('a hold can be released', async () => {
  const held = await hold(50_000)
  const canceled = await world.stripe.paymentIntents.cancel(held.id, { cancellation_reason: 'abandoned' })
  expect(canceled).toMatchObject({
    status: 'canceled',
    cancellation_reason: 'abandoned',
    amount_capturable: 0,
  })
  await world.inbox.waitFor('payment_intent.canceled')
})

test('refunds in parts never exceed what was paid', async () => {
  const paid = await world.stripe.paymentIntents.create({
    amount: 10_000,
    currency: 'chf',
    payment_method: 'pm_card_visa',
    confirm: true,
  })
  await world.stripe.refunds.create({ payment_intent: paid.id, amount: 6_000 })
  await expect(world.stripe.refunds.create({ payment_intent: paid.id, amount: 4_001 })).rejects.toThrow(
    'greater than unrefunded amount on charge (4000)',
  )
  await world.stripe.refunds.create({ payment_intent: paid.id })
  await expect(world.stripe.refunds.create({ payment_intent: paid.id })).rejects.toMatchObject({
    code: 'charge_already_refunded',
  })
  const charge = await world.stripe.charges.retrieve(String(paid.latest_charge), { expand: ['refunds'] })
  expect(charge).toMatchObject({ refunded: true, amount_refunded: 10_000 })
  expect(charge.refunds?.data.map((refund) => refund.amount).sort()).toEqual([4_000, 6_000])
  await world.inbox.waitFor('charge.refunded')
})

test('after a partial capture only the captured part can be refunded', async () => {
  const held = await hold(50_000)
  await world.stripe.paymentIntents.capture(held.id, { amount_to_capture: 10_000 })
  await expect(world.stripe.refunds.create({ payment_intent: held.id, amount: 10_001 })).rejects.toThrow(
    '(10000)',
  )
  expect((await world.stripe.refunds.create({ payment_intent: held.id })).amount).toBe(10_000)
})

test('a saved card is charged without its holder', async () => {
  const { customer, card } = await savedCard('pm_card_visa')
  const paid = await world.stripe.paymentIntents.create({
    amount: 8_000,
    currency: 'chf',
    customer,
    payment_method: card,
    off_session: true,
    confirm: true,
  })
  expect(paid.status).toBe('succeeded')
})

test('a card that needs its holder is refused without them, and paid by a link', async () => {
  const { customer, card } = await savedCard('pm_card_authenticationRequired')
  const charge = world.stripe.paymentIntents.create({
    amount: 8_000,
    currency: 'chf',
    customer,
    payment_method: card,
    off_session: true,
    confirm: true,
  })
  const error = await charge.catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(Stripe.errors.StripeCardError)
  expect(error).toMatchObject({ code: 'authentication_required', decline_code: 'authentication_required' })

  const session = await world.stripe.checkout.sessions.create(bookingCheckout({ customer }))
  expect((await payOnPage(session.url ?? '', '4242424242424242')).status).toBe(303)
})

test('a card confirmed once for later use is charged off session afterwards', async () => {
  const session = await world.stripe.checkout.sessions.create(
    bookingCheckout({ payment_intent_data: { setup_future_usage: 'off_session' } }),
  )
  const asked = await payOnPage(session.url ?? '', '4000002500003155')
  await submitForm(asked.headers.get('location') ?? '', { decision: 'confirm' })
  const done = await world.stripe.checkout.sessions.retrieve(session.id, { expand: ['payment_intent'] })
  const intent = done.payment_intent as Stripe.PaymentIntent
  const later = await world.stripe.paymentIntents.create({
    amount: 3_000,
    currency: 'chf',
    customer: String(done.customer),
    payment_method: String(intent.payment_method),
    off_session: true,
    confirm: true,
  })
  expect(later.status).toBe('succeeded')
})

test('a decline comes as a card error that names payment and reason', async () => {
  const declined = world.stripe.paymentIntents.create({
    amount: 8_000,
    currency: 'chf',
    payment_method: 'pm_card_chargeDeclinedInsufficientFunds',
    confirm: true,
  })
  await expect(declined).rejects.toMatchObject({
    type: 'StripeCardError',
    statusCode: 402,
    decline_code: 'insufficient_funds',
    payment_intent: { status: 'requires_payment_method' },
  })
})

test('a setup intent saves a card; declined cards are refused', async () => {
  const customer = await world.stripe.customers.create({})
  const saved = await world.stripe.setupIntents.create({
    customer: customer.id,
    payment_method: 'pm_card_visa',
    confirm: true,
  })
  expect(saved.status).toBe('succeeded')
  expect((await world.stripe.paymentMethods.list({ customer: customer.id })).data).toHaveLength(1)
  const refused = world.stripe.setupIntents.create({
    payment_method: 'pm_card_chargeDeclined',
    confirm: true,
  })
  await expect(refused).rejects.toMatchObject({ code: 'card_declined' })
})

test('a payment keeps its metadata and takes changes to it', async () => {
  const created = await world.stripe.paymentIntents.create({
    amount: 8_000,
    currency: 'chf',
    metadata: { contract: 'C-1', note: 'x' },
  })
  const updated = await world.stripe.paymentIntents.update(created.id, {
    metadata: { note: '', plate: 'ZH 1' },
  })
  expect(updated.metadata).toEqual({ contract: 'C-1', plate: 'ZH 1' })
})

test('a hold that nobody captures lapses after a week of the emulator’s own clock', async () => {
  const held = await hold(50_000)
  const charge = await world.stripe.charges.retrieve(String(held.latest_charge))
  expect(charge.payment_method_details?.card?.capture_before).toBe(charge.created + 7 * 86_400)
  const advance = (advanceSeconds: number) =>
    fetch(`${world.url}/_emulate/clock`, { method: 'POST', body: JSON.stringify({ advanceSeconds }) })
  await advance(6 * 86_400)
  expect(await world.stripe.paymentIntents.retrieve(held.id)).toMatchObject({ status: 'requires_capture' })
  await advance(86_400 + 60)
  expect(await world.stripe.paymentIntents.retrieve(held.id)).toMatchObject({
    status: 'canceled',
    cancellation_reason: 'automatic',
    amount_capturable: 0,
  })
  // Signed by the machine's own clock: what comes late is still accepted.
  await world.inbox.waitFor('charge.expired')
  await world.inbox.waitFor('payment_intent.canceled')
})
