import { createSubscription } from '../billing/subscriptions.ts'
import { invalidRequest } from '../errors.ts'
import type { BillingDetails } from '../objects/billing-details.ts'
import type { CheckoutSession, SessionPlan } from '../objects/checkout-session.ts'
import type { PaymentIntent } from '../objects/payment-intent.ts'
import type { PaymentMethod } from '../objects/payment-method.ts'
import type { SetupIntent } from '../objects/setup-intent.ts'
import type { Owner } from '../objects.ts'
import { createCustomer } from '../resources/customers.ts'
import { createPaymentMethod, type NewCard } from '../resources/payment-methods.ts'
import { confirmSetupIntent, createSetupIntent } from '../resources/setup-intents.ts'
import { createTwint } from '../resources/twint.ts'
import type { World } from '../world.ts'
import { confirmIntent } from './confirm.ts'
import { createIntent } from './create-intent.ts'
import { customerDetails } from './create-session.ts'

/** Pays with TWINT, as if the payer had scanned the code and agreed. */
export function payByTwint(
  world: World,
  owner: Owner,
  session: CheckoutSession,
  billing: BillingDetails,
): void {
  if (!session.payment_method_types.includes('twint')) throw invalidRequest('TWINT is not offered here.')
  session.customer_details = customerDetails(billing.email ?? session.customer_email, billing.name)
  pay(world, owner, session, createTwint(world, owner, billing))
  completeSession(world, owner, session)
}

/**
 * Pays, or saves the card, with what the customer typed on the hosted page.
 * @returns where the cardholder must confirm, or null when the session is complete
 * @throws StripeApiError when the card fails; the session stays open for another try
 */
export function paySession(
  world: World,
  owner: Owner,
  session: CheckoutSession,
  card: NewCard,
): string | null {
  const method = createPaymentMethod(world, owner, card)
  session.customer_details = customerDetails(card.billing.email ?? session.customer_email, card.billing.name)
  const intent =
    session.payment_status === 'unpaid'
      ? pay(world, owner, session, method)
      : save(world, owner, session, method)
  if (intent.next_action) return intent.next_action.redirect_to_url.url
  completeSession(world, owner, session)
  return null
}

/** Marks a session as done and tells the webhook; a second call changes nothing. */
export function completeSession(world: World, owner: Owner, session: CheckoutSession): void {
  if (session.status !== 'open') return
  const intent = session.payment_intent
    ? world.store.get('payment_intent', owner, session.payment_intent)
    : null
  session.status = 'complete'
  session.url = null
  if (intent) session.payment_status = intent.status === 'succeeded' ? 'paid' : 'unpaid'
  if (session.mode === 'subscription') beginSubscription(world, owner, session, intent)
  world.emit('checkout.session.completed', owner, session)
}

function beginSubscription(
  world: World,
  owner: Owner,
  session: CheckoutSession,
  paid: PaymentIntent | null,
): void {
  const { subscription: plan } = planOf(world, owner, session)
  const [line] = world.store.all('item', owner).filter((item) => item.session === session.id)
  const setup = session.setup_intent ? world.store.get('setup_intent', owner, session.setup_intent) : null
  const subscription = createSubscription(
    world,
    owner,
    {
      customer: session.customer ?? '',
      price: world.store.get('price', owner, line?.price.id ?? ''),
      paymentMethod: paid?.payment_method ?? setup?.payment_method ?? null,
      ...plan,
    },
    paid,
  )
  session.subscription = subscription.id
  session.invoice = subscription.latest_invoice
}

function pay(world: World, owner: Owner, session: CheckoutSession, method: PaymentMethod): PaymentIntent {
  const plan = planOf(world, owner, session).payment
  const payment = method.type === 'card' ? plan : { ...plan, setup_future_usage: null }
  const isPlan = session.mode === 'subscription'
  ensureCustomer(world, owner, session, isPlan || payment.setup_future_usage != null)
  const known = session.payment_intent
    ? world.store.get('payment_intent', owner, session.payment_intent)
    : null
  const intent =
    known ??
    createIntent(world, owner, {
      ...payment,
      amount: session.amount_total ?? 0,
      currency: session.currency ?? 'chf',
      customer: session.customer,
      ...(isPlan && { setup_future_usage: 'off_session' as const }),
    })
  session.payment_intent = intent.id
  return confirmIntent(world, owner, intent, { paymentMethod: method.id })
}

function save(world: World, owner: Owner, session: CheckoutSession, method: PaymentMethod): SetupIntent {
  const { setup } = planOf(world, owner, session)
  ensureCustomer(world, owner, session, true)
  const known = session.setup_intent ? world.store.get('setup_intent', owner, session.setup_intent) : null
  const intent = known ?? createSetupIntent(world, owner, { ...setup, customer: session.customer })
  intent.payment_method = method.id
  session.setup_intent = intent.id
  return confirmSetupIntent(world, owner, intent, null)
}

function planOf(world: World, owner: Owner, session: CheckoutSession): SessionPlan {
  return world.store.get('session_plan', owner, session.id)
}

/** A card that is saved needs somebody to belong to. */
function ensureCustomer(world: World, owner: Owner, session: CheckoutSession, needed: boolean): void {
  if (session.customer || !(needed || session.customer_creation === 'always')) return
  const { email = null, name = null } = session.customer_details ?? {}
  session.customer = createCustomer(world, owner, { email, name }).id
}
