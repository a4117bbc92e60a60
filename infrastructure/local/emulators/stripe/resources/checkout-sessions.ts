import { invalidRequest } from '../errors.ts'
import { type Metadata, requiredText } from '../fields.ts'
import { filterBy, LIST_FIELDS, listPage } from '../lists.ts'
import type { Owner } from '../objects.ts'
import { cancelIntent } from '../payments/capture.ts'
import { createSession } from '../payments/create-session.ts'
import type { Resource, World } from '../world.ts'
import { shownLineItem } from './line-items.ts'
import type { PaymentIntent } from './payment-intents.ts'
import type { SetupIntent } from './setup-intents.ts'

export interface CheckoutSession {
  id: string
  object: 'checkout.session'
  created: number
  livemode: false
  amount_subtotal: number | null
  amount_total: number | null
  cancel_url: string | null
  client_reference_id: string | null
  currency: string | null
  customer: string | null
  customer_creation: 'always' | 'if_required' | null
  customer_details: {
    email: string | null
    name: string | null
    phone: string | null
    address: null
    tax_exempt: 'none'
    tax_ids: []
  } | null
  customer_email: string | null
  expires_at: number
  locale: string | null
  metadata: Metadata
  mode: 'payment' | 'setup'
  payment_intent: string | null
  payment_method_types: string[]
  payment_status: 'paid' | 'unpaid' | 'no_payment_required'
  setup_intent: string | null
  status: 'open' | 'complete' | 'expired'
  submit_type: string | null
  success_url: string
  total_details: { amount_discount: 0; amount_shipping: 0; amount_tax: 0 } | null
  ui_mode: 'hosted_page'
  url: string | null
}

/** What a session will pay or save once the customer goes ahead; Stripe keeps it to itself until then. */
export interface SessionPlan {
  id: string
  object: 'session_plan'
  payment: Partial<PaymentIntent>
  setup: Partial<SetupIntent>
}

const CREATE_FIELDS = [
  'allow_promotion_codes',
  'billing_address_collection',
  'cancel_url',
  'client_reference_id',
  'currency',
  'custom_text',
  'customer',
  'customer_creation',
  'customer_email',
  'customer_update',
  'expires_at',
  'invoice_creation',
  'line_items',
  'locale',
  'metadata',
  'mode',
  'payment_intent_data',
  'payment_method_types',
  'phone_number_collection',
  'saved_payment_method_options',
  'setup_intent_data',
  'submit_type',
  'success_url',
  'ui_mode',
]

/** Closes an open session; its page then says so. */
export function expireSession(world: World, owner: Owner, session: CheckoutSession): CheckoutSession {
  if (session.status !== 'open') {
    throw invalidRequest(
      `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of \`${session.status}\`.`,
    )
  }
  session.status = 'expired'
  session.url = null
  // Whoever still stands before the bank's page must not pay for a session that is gone.
  const intent = session.payment_intent && world.store.get('payment_intent', owner, session.payment_intent)
  if (intent) cancelIntent(world, owner, intent, {})
  world.emit('checkout.session.expired', owner, session)
  return session
}

/** A held payment counts as unpaid until it is captured. */
function withPaymentStatus(world: World, owner: Owner, session: CheckoutSession): CheckoutSession {
  const intent = session.payment_intent
    ? world.store.find('payment_intent', owner, session.payment_intent)
    : undefined
  if (intent?.status === 'succeeded') session.payment_status = 'paid'
  return session
}

function readSession(world: World, owner: Owner, params: Record<string, string>): CheckoutSession {
  const session = world.store.get('checkout.session', owner, requiredText(params, 'id'), 'session')
  return withPaymentStatus(world, owner, session)
}

export function checkoutSessionResources(world: World): Resource[] {
  return [
    {
      method: 'POST',
      path: '/v1/checkout/sessions',
      fields: CREATE_FIELDS,
      run: ({ owner, form }) => createSession(world, owner, form),
    },
    {
      method: 'GET',
      path: '/v1/checkout/sessions/:id',
      fields: [],
      run: ({ owner, params }) => readSession(world, owner, params),
    },
    {
      method: 'POST',
      path: '/v1/checkout/sessions/:id/expire',
      fields: [],
      run: ({ owner, params }) => expireSession(world, owner, readSession(world, owner, params)),
    },
    {
      method: 'GET',
      path: '/v1/checkout/sessions/:id/line_items',
      fields: LIST_FIELDS,
      run: ({ owner, params, form, path }) => {
        const session = readSession(world, owner, params)
        const items = world.store.all('item', owner).filter((item) => item.session === session.id)
        return listPage(path, items.reverse().map(shownLineItem), form)
      },
    },
    {
      method: 'GET',
      path: '/v1/checkout/sessions',
      fields: [...LIST_FIELDS, 'customer', 'payment_intent', 'status'],
      run: ({ owner, form, path }) => {
        const sessions = world.store.all('checkout.session', owner)
        const wanted = filterBy(sessions, form, ['customer', 'payment_intent', 'status'])
        return listPage(
          path,
          wanted.map((session) => withPaymentStatus(world, owner, session)),
          form,
        )
      },
    },
  ]
}
