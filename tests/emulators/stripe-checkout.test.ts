import { expect, test } from 'vitest'
import {
  bookingCheckout,
  payOnPage,
  startStripeWorld,
  submitForm,
  WEBHOOK_SECRET,
} from './support/stripe-world.ts'

const world = startStripeWorld()

test('a customer pays on the hosted page and the webhook hears of it, signed', async () => {
  const session = await world.stripe.checkout.sessions.create(bookingCheckout())
  expect(session).toMatchObject({
    status: 'open',
    payment_status: 'unpaid',
    livemode: false,
    amount_total: 12_000,
  })

  const page = await (await fetch(session.url ?? '')).text()
  expect(page).toContain('VW Golf, 3 days')
  expect(page).toContain('CHF 120.00')
  expect(page).toContain('https://alpenmobil.example/cancelled')

  const paid = await payOnPage(session.url ?? '', '4242 4242 4242 4242')
  expect(paid.status).toBe(303)
  expect(paid.headers.get('location')).toBe(`https://alpenmobil.example/thanks?session=${session.id}`)

  await world.inbox.waitFor('checkout.session.completed')
  const delivery = world.inbox.deliveries.find(({ event }) => event.type === 'checkout.session.completed')
  const event = world.stripe.webhooks.constructEvent(
    delivery?.body ?? '',
    delivery?.signature ?? '',
    WEBHOOK_SECRET,
  )
  expect(event.data.object).toMatchObject({
    id: session.id,
    payment_status: 'paid',
    metadata: { reservation_id: 'r1' },
  })
  expect(() =>
    world.stripe.webhooks.constructEvent(delivery?.body ?? '', delivery?.signature ?? '', 'whsec_other'),
  ).toThrow()

  const [known] = (await world.stripe.events.list({ type: 'checkout.session.completed' })).data
  expect(known?.id).toBe(event.id)
})

test('the session leads to the payment, its charge and its fees', async () => {
  const session = await world.stripe.checkout.sessions.create(bookingCheckout())
  await payOnPage(session.url ?? '', '4242424242424242')
  const done = await world.stripe.checkout.sessions.retrieve(session.id, {
    expand: ['payment_intent.latest_charge.balance_transaction', 'line_items'],
  })
  expect(done).toMatchObject({
    status: 'complete',
    line_items: { data: [{ description: 'VW Golf, 3 days', amount_total: 12_000 }] },
    payment_intent: {
      status: 'succeeded',
      amount_received: 12_000,
      metadata: { reservation_id: 'r1' },
      latest_charge: { paid: true, balance_transaction: { fee: 378, net: 11_622 } },
    },
  })
})

test('paying twice charges once', async () => {
  const session = await world.stripe.checkout.sessions.create(bookingCheckout())
  const url = session.url ?? ''
  await payOnPage(url, '4242424242424242')
  const again = await submitForm(url, { number: '4242424242424242' })
  expect(again.headers.get('location')).toContain(session.id)
  expect((await world.stripe.charges.list()).data).toHaveLength(1)
})

test.each([
  ['4000000000000002', 'Your card was declined.'],
  ['4000000000009995', 'Your card has insufficient funds.'],
  ['1234', 'Your card number is incorrect'],
])('card %s is refused with a reason, and another card still works', async (number, reason) => {
  const session = await world.stripe.checkout.sessions.create(bookingCheckout())
  const refused = await payOnPage(session.url ?? '', number)
  expect(refused.status).toBe(402)
  const page = await refused.text()
  expect(page).toContain(reason)
  expect(page).toContain('anna@example.ch')

  const paid = await payOnPage(session.url ?? '', '4242424242424242')
  expect(paid.status).toBe(303)
  expect((await world.stripe.checkout.sessions.retrieve(session.id)).payment_status).toBe('paid')
})

test('a declined card is told to the webhook', async () => {
  const session = await world.stripe.checkout.sessions.create(bookingCheckout())
  await payOnPage(session.url ?? '', '4000000000000002')
  const event = await world.inbox.waitFor('payment_intent.payment_failed')
  expect(event.data.object).toMatchObject({ last_payment_error: { decline_code: 'generic_decline' } })
})

test('a card that needs authentication goes through the confirm page', async () => {
  const session = await world.stripe.checkout.sessions.create(bookingCheckout())
  const asked = await payOnPage(session.url ?? '', '4000002500003155')
  const confirmUrl = asked.headers.get('location') ?? ''
  expect(await (await fetch(confirmUrl)).text()).toContain('Confirm your payment')

  const confirmed = await submitForm(confirmUrl, { decision: 'confirm' })
  expect(confirmed.headers.get('location')).toContain(session.id)
  await world.inbox.waitFor('checkout.session.completed')
})

test('refusing on the confirm page leads back to the open checkout', async () => {
  const session = await world.stripe.checkout.sessions.create(bookingCheckout())
  const asked = await payOnPage(session.url ?? '', '4000002500003155')
  const refused = await submitForm(asked.headers.get('location') ?? '', { decision: 'refuse' })
  const back = new URL(refused.headers.get('location') ?? '', world.url)
  expect(await (await fetch(back)).text()).toContain('unable to authenticate')
  expect((await world.stripe.checkout.sessions.retrieve(session.id)).status).toBe('open')
})

test('an expired session cannot be paid and tells the webhook', async () => {
  const session = await world.stripe.checkout.sessions.create(bookingCheckout())
  await world.stripe.checkout.sessions.expire(session.id)
  const refused = await submitForm(session.url ?? '', { number: '4242424242424242' })
  expect(refused.status).toBe(410)
  expect(await refused.text()).toContain('Nothing was charged. Please go back')
  await world.inbox.waitFor('checkout.session.expired')
  await expect(world.stripe.checkout.sessions.expire(session.id)).rejects.toThrow('can be expired')
  expect((await world.stripe.charges.list()).data).toHaveLength(0)
})

test('a session that expires while the bank asks is not paid any more', async () => {
  const session = await world.stripe.checkout.sessions.create(bookingCheckout())
  const asked = await payOnPage(session.url ?? '', '4000002500003155')
  await world.stripe.checkout.sessions.expire(session.id)
  const late = await submitForm(asked.headers.get('location') ?? '', { decision: 'confirm' })
  expect((await fetch(new URL(late.headers.get('location') ?? '', world.url))).status).toBe(410)
  expect((await world.stripe.charges.list()).data).toHaveLength(0)
})

test('a session may not expire in less than half an hour, as at Stripe', async () => {
  const soon = Math.floor(Date.now() / 1000) + 15 * 60
  await expect(
    world.stripe.checkout.sessions.create(bookingCheckout({ expires_at: soon })),
  ).rejects.toMatchObject({
    type: 'StripeInvalidRequestError',
    param: 'expires_at',
  })
})

test('a deposit is held, counts as unpaid, and keeps the card for later', async () => {
  const session = await world.stripe.checkout.sessions.create(
    bookingCheckout({ payment_intent_data: { capture_method: 'manual', setup_future_usage: 'off_session' } }),
  )
  expect(await (await fetch(session.url ?? '')).text()).toContain('held on your card')
  await payOnPage(session.url ?? '', '4242424242424242')
  const event = await world.inbox.waitFor('payment_intent.amount_capturable_updated')
  expect(event.data.object).toMatchObject({ status: 'requires_capture', amount_capturable: 12_000 })

  const done = await world.stripe.checkout.sessions.retrieve(session.id)
  expect(done).toMatchObject({ status: 'complete', payment_status: 'unpaid' })
  const cards = await world.stripe.customers.listPaymentMethods(String(done.customer))
  expect(cards.data).toMatchObject([{ card: { last4: '4242' } }])
})

test('the page speaks German to a German session', async () => {
  const session = await world.stripe.checkout.sessions.create(bookingCheckout({ locale: 'de' }))
  expect(await (await fetch(session.url ?? '')).text()).toContain('Bezahlen CHF 120.00')
  expect(await (await payOnPage(session.url ?? '', '4000000000000002')).text()).toContain(
    'Karte wurde abgelehnt',
  )
})

test('a session may save a card without paying', async () => {
  const session = await world.stripe.checkout.sessions.create({
    mode: 'setup',
    currency: 'chf',
    success_url: 'https://alpenmobil.example/saved',
  })
  await payOnPage(session.url ?? '', '4242424242424242')
  const done = await world.stripe.checkout.sessions.retrieve(session.id, { expand: ['setup_intent'] })
  expect(done).toMatchObject({ status: 'complete', setup_intent: { status: 'succeeded' } })
})

test('TWINT is offered in francs beside a card that is kept, pays at once, and is kept by nobody', async () => {
  const session = await world.stripe.checkout.sessions.create(
    bookingCheckout({ payment_method_options: { card: { setup_future_usage: 'off_session' } } }),
  )
  expect(session.payment_method_types).toEqual(['card', 'twint'])
  expect(await (await fetch(session.url ?? '')).text()).toContain('TWINT')
  await submitForm(session.url ?? '', { method: 'twint', email: 'anna@example.ch' })
  const done = await world.stripe.checkout.sessions.retrieve(session.id, {
    expand: ['payment_intent.latest_charge'],
  })
  expect(done).toMatchObject({
    status: 'complete',
    payment_status: 'paid',
    payment_intent: {
      setup_future_usage: null,
      latest_charge: { payment_method_details: { type: 'twint' }, amount_captured: 12_000 },
    },
  })
  const alone = { allowed_payment_method_types: ['card' as const] }
  const kept = { payment_intent_data: { setup_future_usage: 'off_session' as const } }
  for (const without of [alone, kept]) {
    const other = await world.stripe.checkout.sessions.create(bookingCheckout(without))
    expect(other.payment_method_types).toEqual(['card'])
  }
})
