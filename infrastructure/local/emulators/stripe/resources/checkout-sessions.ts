import { invalidRequest } from '../errors.ts'
import { requiredText } from '../fields.ts'
import { filterBy, LIST_FIELDS, listPage } from '../lists.ts'
import type { CheckoutSession } from '../objects/checkout-session.ts'
import type { Owner } from '../objects.ts'
import { cancelIntent } from '../payments/capture.ts'
import { createSession } from '../payments/create-session.ts'
import type { Resource, World } from '../world.ts'
import { shownLineItem } from './line-items.ts'

const CREATE_FIELDS = [
  'allow_promotion_codes',
  'allowed_payment_method_types',
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
  'payment_method_options',
  'phone_number_collection',
  'saved_payment_method_options',
  'setup_intent_data',
  'submit_type',
  'subscription_data',
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
