import type { Form } from '../../server/form.ts'
import { invalidRequest } from '../errors.ts'
import {
  choice,
  integer,
  listOfTexts,
  mergeMetadata,
  nested,
  refuseUnknown,
  requiredText,
  text,
} from '../fields.ts'
import { newId, nowSeconds } from '../ids.ts'
import type { CheckoutSession, SessionPlan } from '../objects/checkout-session.ts'
import type { LineItem } from '../objects/line-item.ts'
import type { Owner } from '../objects.ts'
import { readLineItems, readPlanLine } from '../resources/line-items.ts'
import type { World } from '../world.ts'
import { readIntentFields } from './create-intent.ts'

const PAYMENT_FIELDS = [
  'application_fee_amount',
  'capture_method',
  'description',
  'metadata',
  'on_behalf_of',
  'receipt_email',
  'setup_future_usage',
  'statement_descriptor_suffix',
  'transfer_data',
  'transfer_group',
]

const MINUTE = 60
const DAY = 24 * 60 * MINUTE

/** Opens a checkout session; nothing is paid before the customer goes ahead on its page. */
export function createSession(world: World, owner: Owner, form: Form): CheckoutSession {
  const id = newId('cs_test_a1', 56)
  const mode = choice(form, 'mode', ['payment', 'setup', 'subscription'] as const, 'payment')
  const items = readItems(world, owner, id, mode, form)
  const total = items.length > 0 ? items.reduce((sum, item) => sum + item.amount_total, 0) : null
  const customer = text(form, 'customer')
  const customerEmail = text(form, 'customer_email')
  if (customer) world.store.get('customer', owner, customer, 'customer')
  if (customer && customerEmail) {
    throw invalidRequest(
      'You may only specify one of these parameters: customer, customer_email.',
      undefined,
      'customer',
    )
  }
  keepPlan(world, owner, id, form)
  for (const item of items) world.store.put<LineItem>(owner, item)

  return world.store.put<CheckoutSession>(owner, {
    id,
    object: 'checkout.session',
    created: nowSeconds(),
    livemode: false,
    amount_subtotal: total,
    amount_total: total,
    cancel_url: text(form, 'cancel_url'),
    client_reference_id: text(form, 'client_reference_id'),
    currency: items[0]?.currency ?? text(form, 'currency'),
    customer,
    customer_creation: customer
      ? null
      : choice(form, 'customer_creation', ['always', 'if_required'] as const, 'if_required'),
    customer_details: customerEmail ? customerDetails(customerEmail, null) : null,
    customer_email: customerEmail,
    expires_at: readExpiry(form),
    locale: text(form, 'locale'),
    invoice: null,
    metadata: mergeMetadata({}, form.metadata),
    mode,
    payment_intent: null,
    payment_method_types: readMethods(form, mode, items[0]?.currency ?? null),
    payment_status: mode === 'setup' || total === 0 ? 'no_payment_required' : 'unpaid',
    setup_intent: null,
    status: 'open',
    submit_type: text(form, 'submit_type'),
    subscription: null,
    success_url: requiredText(form, 'success_url'),
    total_details: total === null ? null : { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
    ui_mode: choice(form, 'ui_mode', ['hosted_page'] as const, 'hosted_page'),
    url: `${world.publicUrl}/c/pay/${id}`,
  })
}

function readItems(
  world: World,
  owner: Owner,
  id: string,
  mode: CheckoutSession['mode'],
  form: Form,
): LineItem[] {
  if (mode === 'setup') return []
  if (mode === 'payment') return readLineItems(id, form)
  return [readPlanLine(world, owner, id, form, readTrialEnd(form) !== null)]
}

/** Stripe's limit: a trial lasts for two days at least. */
function readTrialEnd(form: Form): number | null {
  const end = integer(nested(form, 'subscription_data'), 'trial_end')
  if (end === null || end >= nowSeconds() + 2 * DAY - 10) return end
  throw invalidRequest(
    'The `trial_end` date has to be at least 2 days in the future.',
    undefined,
    'subscription_data[trial_end]',
  )
}

/** What the page offers of what fits, as accounts choose it in Stripe's dashboard; `allowed_payment_method_types` leaves out the rest. */
function readMethods(form: Form, mode: CheckoutSession['mode'], currency: string | null): string[] {
  const payment = nested(form, 'payment_intent_data')
  const isKept = text(payment, 'setup_future_usage') !== null
  const isHeld = text(payment, 'capture_method') === 'manual'
  // TWINT pays in francs, at once, and cannot be kept.
  const fits = mode === 'payment' && currency === 'chf' && !isKept && !isHeld ? ['card', 'twint'] : ['card']
  const allowed = listOfTexts(form, 'allowed_payment_method_types')
  return allowed.length > 0 ? fits.filter((method) => allowed.includes(method)) : fits
}

export function customerDetails(
  email: string | null,
  name: string | null,
): NonNullable<CheckoutSession['customer_details']> {
  return { email, name, phone: null, address: null, tax_exempt: 'none', tax_ids: [] }
}

/** The payment's fields are read at once, so that a mistake in them fails here and not on the customer's page. */
function keepPlan(world: World, owner: Owner, id: string, form: Form): void {
  const payment = nested(form, 'payment_intent_data')
  const setup = nested(form, 'setup_intent_data')
  refuseUnknown(payment, PAYMENT_FIELDS)
  const subscription = nested(form, 'subscription_data')
  refuseUnknown(setup, ['description', 'metadata'])
  refuseUnknown(subscription, ['metadata', 'trial_end'])
  const card = nested(nested(form, 'payment_method_options'), 'card')
  refuseUnknown(card, ['setup_future_usage'])
  world.store.put<SessionPlan>(owner, {
    id,
    object: 'session_plan',
    payment: readIntentFields({ ...card, ...payment }),
    setup: { description: text(setup, 'description'), metadata: mergeMetadata({}, setup.metadata) },
    subscription: {
      metadata: mergeMetadata({}, subscription.metadata),
      trialEnd: integer(subscription, 'trial_end'),
    },
  })
}

/** Stripe's limits: a session lives for at least half an hour and at most a day, which is also the default. */
function readExpiry(form: Form): number {
  const now = nowSeconds()
  const expiresAt = integer(form, 'expires_at')
  if (expiresAt === null) return now + DAY
  // A little slack: the caller's clock ran before ours.
  if (expiresAt < now + 30 * MINUTE - 10) {
    throw invalidRequest(
      'The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.',
      undefined,
      'expires_at',
    )
  }
  if (expiresAt > now + DAY + 10) {
    throw invalidRequest(
      'The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.',
      undefined,
      'expires_at',
    )
  }
  return expiresAt
}
