import type Stripe from 'stripe'
import { expect, test } from 'vitest'
import { payOnPage, startStripeWorld, submitForm } from './support/stripe-world.ts'

/** Subscriptions as Stripe Billing has them: plans, checkout, portal, proration, and time that passes on demand. */
const world = startStripeWorld()

const priceOf = async (plan: string) => {
  const found = await world.stripe.prices.list({ lookup_keys: [`crms_${plan}`], active: true })
  return found.data[0] as Stripe.Price
}
const customer = () => world.stripe.customers.create({ email: 'owner@alpenmobil.test', name: 'Alpenmobil' })

async function subscribe(plan = 'starter', card = 'pm_card_visa', trialEnd?: number) {
  const { id } = await customer()
  return world.stripe.subscriptions.create({
    customer: id,
    items: [{ price: (await priceOf(plan)).id }],
    default_payment_method: card,
    metadata: { company_id: 'c1' },
    ...(trialEnd && { trial_end: trialEnd }),
  })
}

const turn = (subscription: string, name: string) =>
  fetch(`${world.url}/_emulate/subscriptions/${subscription}/${name}`, { method: 'POST' })
const statusOf = async (id: string) => (await world.stripe.subscriptions.retrieve(id)).status
const typesTold = async () =>
  (await world.stripe.events.list({ limit: 100 })).data.map(({ type }) => type).toReversed()
const changeOf = async (subscription: Stripe.Subscription, plan: string) => ({
  items: [{ id: subscription.items.data[0]?.id ?? '', price: (await priceOf(plan)).id }],
  proration_behavior: 'always_invoice' as const,
})
const inDays = (days: number) => Math.floor(Date.now() / 1_000) + days * 86_400

test('plans are found by their lookup keys and known by their metadata', async () => {
  const [starter, business] = await Promise.all([priceOf('starter'), priceOf('business')])
  expect(starter).toMatchObject({
    currency: 'chf',
    metadata: { plan: 'starter' },
    recurring: { interval: 'month' },
  })
  expect(business.unit_amount ?? 0).toBeGreaterThan(starter.unit_amount ?? 0)
})

test('a checkout begins a paid subscription, and every party hears of it', async () => {
  const { id } = await customer()
  const price = await priceOf('professional')
  const session = await world.stripe.checkout.sessions.create({
    mode: 'subscription',
    customer: id,
    line_items: [{ price: price.id, quantity: 1 }],
    subscription_data: { metadata: { company_id: 'c1' } },
    success_url: 'https://crms.example/plan?done=1',
  })
  expect(session).toMatchObject({ amount_total: price.unit_amount, payment_status: 'unpaid' })
  expect((await payOnPage(session.url ?? '', '4000000000000002')).status).toBe(402)
  expect((await world.stripe.subscriptions.list({ customer: id })).data).toEqual([])
  expect((await payOnPage(session.url ?? '', '4242424242424242')).status).toBe(303)

  const done = await world.stripe.checkout.sessions.retrieve(session.id, { expand: ['subscription'] })
  expect(done).toMatchObject({
    status: 'complete',
    payment_status: 'paid',
    subscription: {
      status: 'active',
      customer: id,
      metadata: { company_id: 'c1' },
      items: { data: [{ price: { id: price.id } }] },
    },
  })
  await world.inbox.waitFor('checkout.session.completed')
  expect(await typesTold()).toEqual(
    expect.arrayContaining(['customer.subscription.created', 'invoice.paid', 'checkout.session.completed']),
  )
  const [payment] = (await world.stripe.invoicePayments.list({ invoice: String(done.invoice) })).data
  expect(payment?.payment.payment_intent).toBe(done.payment_intent)
})

test('a trial asks for a card and for no money until it ends', async () => {
  const { id } = await customer()
  const session = await world.stripe.checkout.sessions.create({
    mode: 'subscription',
    customer: id,
    line_items: [{ price: (await priceOf('starter')).id, quantity: 1 }],
    subscription_data: { trial_end: inDays(5) },
    success_url: 'https://crms.example/plan',
  })
  expect(session.amount_total).toBe(0)
  await payOnPage(session.url ?? '', '4242424242424242')
  const [subscription] = (await world.stripe.subscriptions.list({ customer: id })).data
  expect(subscription?.status).toBe('trialing')
  expect((await world.stripe.charges.list()).data).toEqual([])
  await turn(subscription?.id ?? '', 'renew')
  expect(await statusOf(subscription?.id ?? '')).toBe('active')
  expect((await world.stripe.charges.list()).data).toMatchObject([{ amount: 4_900, paid: true }])
})

test('a trial shorter than two days is refused, as at Stripe', async () => {
  const { id } = await customer()
  const opened = world.stripe.checkout.sessions.create({
    mode: 'subscription',
    customer: id,
    line_items: [{ price: (await priceOf('starter')).id, quantity: 1 }],
    subscription_data: { trial_end: inDays(1) },
    success_url: 'https://crms.example/plan',
  })
  await expect(opened).rejects.toMatchObject({ param: 'subscription_data[trial_end]' })
})

test('a renewal that fails puts it past due; paying what is open puts it in order', async () => {
  const { id } = await subscribe()
  await turn(id, 'fail-renewal')
  expect(await statusOf(id)).toBe('past_due')
  expect(await typesTold()).toContain('invoice.payment_failed')
  await turn(id, 'retry')
  expect(await statusOf(id)).toBe('active')
  expect((await world.stripe.invoices.list({ status: 'open' })).data).toEqual([])
})

test('a month later by the emulator’s clock it has renewed by itself', async () => {
  const { id } = await subscribe()
  await fetch(`${world.url}/_emulate/clock`, {
    method: 'POST',
    body: JSON.stringify({ advanceSeconds: 32 * 86_400 }),
  })
  expect(await statusOf(id)).toBe('active')
  expect((await world.stripe.charges.list()).data).toHaveLength(2)
})

test('a change of plan costs what its preview said, and a card that refuses changes nothing', async () => {
  const subscription = await subscribe('starter')
  const change = { ...(await changeOf(subscription, 'business')), proration_date: inDays(15) }
  const preview = await world.stripe.invoices.createPreview({
    customer: String(subscription.customer),
    subscription: subscription.id,
    subscription_details: change,
  })
  expect(preview.lines.data.map(({ amount }) => Math.sign(amount))).toEqual([-1, 1])
  expect(preview.amount_due).toBe(preview.lines.data.reduce((sum, { amount }) => sum + amount, 0))
  const changed = await world.stripe.subscriptions.update(subscription.id, {
    ...change,
    payment_behavior: 'error_if_incomplete',
  })
  expect(changed.items.data[0]?.price.metadata.plan).toBe('business')
  const paid = await world.stripe.invoices.retrieve(String(changed.latest_invoice))
  expect(paid).toMatchObject({
    status: 'paid',
    amount_paid: preview.amount_due,
    billing_reason: 'subscription_update',
  })

  const poor = await subscribe('starter', 'pm_card_chargeCustomerFail', inDays(5))
  await turn(poor.id, 'fail-renewal')
  const refused = world.stripe.subscriptions.update(poor.id, {
    ...(await changeOf(poor, 'business')),
    payment_behavior: 'error_if_incomplete',
  })
  await expect(refused).rejects.toMatchObject({ code: 'card_declined' })
  expect((await world.stripe.subscriptions.retrieve(poor.id)).items.data[0]?.price.metadata.plan).toBe(
    'starter',
  )
})

test('a smaller plan leaves a credit that the next invoice uses', async () => {
  const subscription = await subscribe('business')
  await world.stripe.subscriptions.update(subscription.id, {
    ...(await changeOf(subscription, 'starter')),
    payment_behavior: 'error_if_incomplete',
  })
  const { balance } = (await world.stripe.customers.retrieve(
    String(subscription.customer),
  )) as Stripe.Customer
  expect(balance).toBeLessThan(-20_000)
  await turn(subscription.id, 'renew')
  const [newest] = (await world.stripe.invoices.list({ limit: 1 })).data
  expect(newest).toMatchObject({ total: 4_900, amount_due: 0, status: 'paid' })
})

test('in the portal one gives notice, takes it back, and pays what is open with another card', async () => {
  const { id, customer: owner } = await subscribe()
  const portal = await world.stripe.billingPortal.sessions.create({
    customer: String(owner),
    locale: 'de',
    return_url: 'https://crms.example/plan',
  })
  expect(await (await fetch(portal.url)).text()).toContain('Abo kündigen')
  await submitForm(portal.url, { wish: 'cancel' })
  expect((await world.stripe.subscriptions.retrieve(id)).cancel_at_period_end).toBe(true)
  await submitForm(portal.url, { wish: 'resume' })
  await turn(id, 'fail-renewal')
  expect((await submitForm(portal.url, { wish: 'card', number: '1' })).status).toBe(402)
  expect((await submitForm(portal.url, { wish: 'card', number: '5555555555554444' })).status).toBe(303)
  expect(await statusOf(id)).toBe('active')
  expect(await (await fetch(portal.url)).text()).toContain('mastercard •••• 4444')

  await submitForm(portal.url, { wish: 'cancel' })
  await turn(id, 'renew')
  expect(await statusOf(id)).toBe('canceled')
  expect((await world.stripe.subscriptions.list({ customer: String(owner) })).data).toEqual([])
  expect(
    (await world.stripe.subscriptions.list({ customer: String(owner), status: 'all' })).data,
  ).toHaveLength(1)
})

test('what waits for the next invoice stands on it, once', async () => {
  const { id, customer: payer } = await subscribe()
  const item = { customer: String(payer), amount: 615, currency: 'chf', description: '123 SMS' }
  const once = { idempotencyKey: 'sms-1' }
  await world.stripe.invoiceItems.create(item, once)
  await world.stripe.invoiceItems.create(item, once)
  const totals = async () =>
    (await world.stripe.invoices.list({ customer: String(payer) })).data.map(({ total }) => total)
  await turn(id, 'renew')
  await turn(id, 'renew')
  expect((await totals()).sort((a, b) => a - b)).toEqual([4_900, 4_900, 5_515])
  const { data } = await world.stripe.invoiceItems.list({ customer: String(payer) })
  expect(data.map(({ invoice }) => invoice !== null)).toEqual([true])
})
