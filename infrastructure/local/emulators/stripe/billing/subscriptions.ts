import { invalidRequest, StripeApiError } from '../errors.ts'
import type { Metadata } from '../fields.ts'
import { newId, nowSeconds } from '../ids.ts'
import type { Invoice } from '../objects/invoice.ts'
import type { PaymentIntent } from '../objects/payment-intent.ts'
import type { Price } from '../objects/price.ts'
import type { Subscription } from '../objects/subscription.ts'
import type { Owner } from '../objects.ts'
import type { World } from '../world.ts'
import {
  chargeInvoice,
  chargeOrForget,
  draftInvoice,
  finalizeInvoice,
  markFailed,
  markPaid,
  periodLine,
} from './invoices.ts'
import { itemOf } from './items.ts'

export interface NewSubscription {
  customer: string
  price: Price
  paymentMethod: string | null
  metadata: Metadata
  /** In seconds; until then nothing is charged. */
  trialEnd: number | null
}

/** Begins a subscription. `paid` is what a checkout took for its first period; otherwise the card is charged now. */
export function createSubscription(
  world: World,
  owner: Owner,
  { customer, price, paymentMethod, metadata, trialEnd }: NewSubscription,
  paid: PaymentIntent | null = null,
): Subscription {
  const now = nowSeconds()
  const id = newId('sub_1')
  const period = { start: now, end: trialEnd ?? aMonthAfter(now) }
  const subscription: Subscription = {
    id,
    object: 'subscription',
    created: now,
    livemode: false,
    billing_cycle_anchor: period.end,
    cancel_at: null,
    cancel_at_period_end: false,
    canceled_at: null,
    collection_method: 'charge_automatically',
    currency: price.currency,
    customer,
    days_until_due: null,
    default_payment_method: paymentMethod,
    description: null,
    ended_at: null,
    items: { object: 'list', url: `/v1/subscription_items?subscription=${id}`, has_more: false, data: [] },
    latest_invoice: null,
    metadata,
    start_date: now,
    status: trialEnd ? 'trialing' : 'active',
    trial_end: trialEnd,
    trial_start: trialEnd && now,
  }
  subscription.items.data.push({
    id: newId('si_', 14),
    object: 'subscription_item',
    created: now,
    current_period_end: period.end,
    current_period_start: period.start,
    metadata: {},
    price,
    quantity: 1,
    subscription: id,
  })
  const line = periodLine(world, price, period)
  const draft = draftInvoice(world, owner, subscription, 'subscription_create', [
    trialEnd ? { ...line, amount: 0 } : line,
  ])
  const invoice =
    paid || trialEnd
      ? finalizeInvoice(world, owner, draft)
      : chargeOrForget(world, owner, draft, paymentMethod)
  if (invoice.status === 'open') markPaid(world, owner, invoice, paid)
  subscription.latest_invoice = invoice.id
  world.store.put<Subscription>(owner, subscription)
  world.emit('customer.subscription.created', owner, subscription)
  return subscription
}

/**
 * Ends the running period now, as when its time had come: a trial turns into a paid month, a month into the next one, a
 * subscription that was given notice ends. `fails` makes the card refuse, whichever it is.
 */
export function endPeriod(
  world: World,
  owner: Owner,
  subscription: Subscription,
  fails: boolean,
): Subscription {
  requireLiving(subscription)
  if (subscription.cancel_at_period_end) return endSubscription(world, owner, subscription)
  const before = { status: subscription.status }
  const now = nowSeconds()
  const item = itemOf(subscription)
  item.current_period_start = now
  item.current_period_end = aMonthAfter(now)
  const line = periodLine(world, item.price, { start: now, end: item.current_period_end })
  const draft = draftInvoice(world, owner, subscription, 'subscription_cycle', [line])
  const invoice = finalizeInvoice(world, owner, draft)
  subscription.latest_invoice = invoice.id
  subscription.status = collect(world, owner, subscription, invoice, fails) ? 'active' : 'past_due'
  world.emit('customer.subscription.updated', owner, subscription, before)
  return subscription
}

/** Tries the open invoices of a subscription again; once they are paid it is in order. */
export function payArrears(world: World, owner: Owner, subscription: Subscription): boolean {
  const open = world.store
    .all('invoice', owner)
    .filter(
      ({ status, parent }) =>
        status === 'open' && parent.subscription_details.subscription === subscription.id,
    )
  const isPaid = open.every((invoice) => collect(world, owner, subscription, invoice, false))
  if (!isPaid || !['past_due', 'unpaid'].includes(subscription.status)) return isPaid
  const before = { status: subscription.status }
  subscription.status = 'active'
  world.emit('customer.subscription.updated', owner, subscription, before)
  return true
}

function collect(
  world: World,
  owner: Owner,
  subscription: Subscription,
  invoice: Invoice,
  fails: boolean,
): boolean {
  try {
    if (!fails) {
      chargeInvoice(world, owner, invoice, subscription.default_payment_method)
      return true
    }
    invoice.attempt_count += 1
  } catch (error) {
    if (!(error instanceof StripeApiError)) throw error
  }
  markFailed(world, owner, invoice)
  return false
}

/** Ends a subscription at once. */
export function endSubscription(world: World, owner: Owner, subscription: Subscription): Subscription {
  requireLiving(subscription)
  const now = nowSeconds()
  subscription.status = 'canceled'
  subscription.canceled_at ??= now
  subscription.ended_at = now
  world.emit('customer.subscription.deleted', owner, subscription)
  return subscription
}

/** Gives notice to the end of the period, or takes it back. */
export function giveNotice(
  world: World,
  owner: Owner,
  subscription: Subscription,
  ends: boolean,
): Subscription {
  requireLiving(subscription)
  const before = { cancel_at_period_end: subscription.cancel_at_period_end }
  subscription.cancel_at_period_end = ends
  subscription.cancel_at = ends ? itemOf(subscription).current_period_end : null
  subscription.canceled_at = ends ? nowSeconds() : null
  world.emit('customer.subscription.updated', owner, subscription, before)
  return subscription
}

export function requireLiving(subscription: Subscription): void {
  if (subscription.status === 'canceled')
    throw invalidRequest('A canceled subscription can only update its cancellation_details and metadata.')
}

function aMonthAfter(seconds: number): number {
  const end = new Date(seconds * 1_000)
  end.setUTCMonth(end.getUTCMonth() + 1)
  return Math.floor(end.getTime() / 1_000)
}

/** Ends every period whose time has come by the emulator's clock. */
export function endDuePeriods(world: World): void {
  for (const { owner, value } of world.store.everywhere('subscription')) {
    if (value.status !== 'canceled' && itemOf(value).current_period_end <= nowSeconds())
      endPeriod(world, owner, value, false)
  }
}
