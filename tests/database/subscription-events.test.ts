import type Stripe from 'stripe'
import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { ServiceContext } from '@/lib/core/context'
import { endSecondSubscription } from '@/lib/integrations/stripe/billing/end-second'
import { processStripeEvent } from '@/lib/integrations/stripe/webhook'
import type { Db } from '@/lib/supabase/client'
import type { Json } from '@/lib/supabase/types'
import { payOnPage, startStripeWorld } from '../emulators/support/stripe-world.ts'
import { type FoundedCompany, foundCompany } from './support/companies.ts'
import { freshDatabase } from './support/database.ts'
import { gatewayOn } from './support/gateway.ts'

/** From Stripe's events to the company's status: the emulator's own events, handed on in whatever order. */
const client = vi.hoisted(() => ({ stripe: null as unknown }))
vi.mock('@/lib/integrations/stripe/client', () => ({
  actingAs: (account: string | null) => (account ? { stripeAccount: account } : {}),
  isLiveMode: () => false,
  stripe: () => client.stripe,
}))
vi.mock('@/lib/core/cache', () => ({ invalidate: async () => undefined }))

const world = startStripeWorld()
const database = freshDatabase()
const gateway = gatewayOn(database)
let company: FoundedCompany
let customer: string
let db: Db

beforeAll(() => {
  client.stripe = world.stripe
  db = gateway.client(gateway.secretKey) as unknown as Db
})
beforeEach(async () => {
  company = await foundCompany(database)
  customer = (await world.stripe.customers.create({ name: company.slug })).id
  await database.asService(
    (sql) => sql`select public.keep_stripe_customer(${company.companyId}, ${customer})`,
  )
  await database.asPostgres(
    (sql) => sql`update public.companies set trial_ends_at = now() where id = ${company.companyId}`,
  )
})

const priceOf = async (plan: string) =>
  (await world.stripe.prices.list({ lookup_keys: [`crms_${plan}`] })).data[0]?.id ?? ''
const subscribe = async (plan: string) =>
  world.stripe.subscriptions.create({
    customer,
    items: [{ price: await priceOf(plan) }],
    default_payment_method: 'pm_card_visa',
  })
const turn = (id: string, name: string) =>
  fetch(`${world.url}/_emulate/subscriptions/${id}/${name}`, { method: 'POST' })
const process = (event: Stripe.Event) =>
  processStripeEvent(db, {
    provider: 'stripe',
    eventId: event.id,
    type: event.type,
    account: event.account ?? null,
    livemode: event.livemode,
    payload: event as unknown as Json,
    receivedAt: new Date().toISOString(),
  })
/** What Stripe has told so far about the subscription, in the order it happened. */
async function told(): Promise<Stripe.Event[]> {
  const { data } = await world.stripe.events.list({ limit: 100 })
  return data.filter(({ type }) => /^(customer\.subscription|invoice|checkout)\./.test(type)).toReversed()
}
async function standing() {
  const [row] = await database.asPostgres(
    (sql) => sql`select status, plan from public.companies where id = ${company.companyId}`,
  )
  return `${row?.status} ${row?.plan}`
}
const shuffled = <T>(items: T[]): T[] =>
  items
    .map((item) => ({ item, turn: Math.random() }))
    .sort((one, other) => one.turn - other.turn)
    .map(({ item }) => item)

test('a paid checkout makes the company active, whichever of its events comes first', async () => {
  const session = await world.stripe.checkout.sessions.create({
    mode: 'subscription',
    customer,
    line_items: [{ price: await priceOf('business'), quantity: 1 }],
    success_url: 'https://crms.example/plan',
  })
  await payOnPage(session.url ?? '', '4242424242424242')
  const events = await told()
  expect(events.map(({ type }) => type).sort()).toEqual([
    'checkout.session.completed',
    'customer.subscription.created',
    'invoice.paid',
  ])
  for (const event of shuffled(events)) {
    expect(await process(event)).toMatchObject({ status: 'processed', companyId: company.companyId })
    expect(await standing()).toBe('active business')
  }
})

test('each step of a subscription’s life reaches the company', async () => {
  const { id } = await subscribe('starter')
  const steps: [string, string][] = [
    ['renew', 'active starter'],
    ['fail-renewal', 'past_due starter'],
    ['retry', 'active starter'],
    ['end', 'canceled starter'],
  ]
  for (const [name, expected] of steps) {
    await turn(id, name)
    for (const event of shuffled(await told())) await process(event)
    expect(await standing()).toBe(expected)
  }
})

test('all its events at once, each three times and shuffled, end where Stripe is', async () => {
  const { id } = await subscribe('starter')
  await turn(id, 'fail-renewal')
  await turn(id, 'retry')
  await turn(id, 'renew')
  const events = await told()
  await Promise.all(shuffled([...events, ...events, ...events]).map(process))
  expect(await standing()).toBe('active starter')
})

test('a second subscription is ended and given back in full; a repetition does nothing more', async () => {
  await subscribe('starter')
  const second = await subscribe('business')
  for (const event of shuffled(await told())) await process(event)
  expect(await standing()).toBe('active starter')
  const [job] = await database.asPostgres(
    (sql) =>
      sql`select payload from public.outbox where company_id = ${company.companyId} and topic = 'stripe.end_second_subscription'`,
  )
  const work = () =>
    endSecondSubscription({} as ServiceContext, {
      id: 'job',
      topic: 'stripe.end_second_subscription',
      payload: job?.payload as Record<string, unknown>,
      attempts: 1,
    })
  await work()
  await work()
  expect((await world.stripe.subscriptions.retrieve(second.id)).status).toBe('canceled')
  expect((await world.stripe.refunds.list()).data).toMatchObject([{ amount: 29_900, reason: 'duplicate' }])
  for (const event of shuffled(await told())) await process(event)
  expect(await standing()).toBe('active starter')
})

test('what cannot be ours is told apart, and changes nothing', async () => {
  const stranger = await world.stripe.customers.create({ name: 'Nobody' })
  const [event] = await subscribe('business').then(told)
  if (!event) throw new Error('Nothing was told')
  const about = (customer: string, account?: string) =>
    process({
      ...event,
      ...(account && { account }),
      data: { object: { ...event.data.object, customer } },
    } as Stripe.Event)
  expect(await about(stranger.id)).toEqual({ status: 'quarantined', reason: 'unknown_customer' })
  expect(await about(customer, 'acct_demo')).toEqual({ status: 'ignored', reason: 'not_ours' })
  expect(await standing()).toBe('trial professional')
})

test('a price that names no plan is put aside for somebody to look at', async () => {
  const product = await world.stripe.products.create({ name: 'Gold' })
  const price = await world.stripe.prices.create({
    product: product.id,
    currency: 'chf',
    unit_amount: 99_900,
    recurring: { interval: 'month' },
  })
  await world.stripe.subscriptions.create({
    customer,
    items: [{ price: price.id }],
    default_payment_method: 'pm_card_visa',
  })
  const [event] = await told()
  if (!event) throw new Error('Nothing was told')
  expect(await process(event)).toEqual({
    status: 'quarantined',
    companyId: company.companyId,
    reason: 'unknown_price',
  })
  expect(await standing()).toBe('trial professional')
})
