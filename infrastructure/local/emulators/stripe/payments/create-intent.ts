import type { Form } from '../../server/form.ts'
import { invalidRequest } from '../errors.ts'
import {
  choice,
  currency,
  integer,
  listOfTexts,
  mergeMetadata,
  nested,
  requiredInteger,
  text,
} from '../fields.ts'
import { newId, nowSeconds } from '../ids.ts'
import { CAPTURE_METHODS, type PaymentIntent } from '../objects/payment-intent.ts'
import type { Owner } from '../objects.ts'
import type { World } from '../world.ts'

/** Stripe's least and largest charge in Swiss francs. */
const LEAST_AMOUNT = 50
const LARGEST_AMOUNT = 99_999_999

/** What a payment is made of; a checkout session brings the same from its `payment_intent_data`. */
export type NewIntent = Pick<PaymentIntent, 'amount' | 'currency'> & Partial<PaymentIntent>

export function createIntent(world: World, owner: Owner, fields: NewIntent): PaymentIntent {
  const id = newId('pi_3')
  if (fields.amount < LEAST_AMOUNT) {
    throw invalidRequest('Amount must be at least CHF 0.50.', 'amount_too_small', 'amount')
  }
  if (fields.amount > LARGEST_AMOUNT) {
    throw invalidRequest('Amount must be no more than CHF 999,999.99.', 'amount_too_large', 'amount')
  }
  if ((fields.application_fee_amount ?? 0) > fields.amount) {
    throw invalidRequest(
      'Your application fee cannot be greater than the amount.',
      'amount_too_large',
      'application_fee_amount',
    )
  }
  requireChargesEnabled(world, owner)
  const intent = world.store.put<PaymentIntent>(owner, {
    id,
    object: 'payment_intent',
    created: nowSeconds(),
    livemode: false,
    amount_capturable: 0,
    amount_received: 0,
    application_fee_amount: null,
    automatic_payment_methods: null,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: 'automatic_async',
    client_secret: `${id}_secret_${newId('')}`,
    confirmation_method: 'automatic',
    customer: null,
    description: null,
    last_payment_error: null,
    latest_charge: null,
    metadata: {},
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_types: ['card'],
    receipt_email: null,
    setup_future_usage: null,
    statement_descriptor_suffix: null,
    status: 'requires_payment_method',
    transfer_data: null,
    transfer_group: null,
    ...fields,
  })
  if (intent.payment_method) intent.status = 'requires_confirmation'
  world.emit('payment_intent.created', owner, intent)
  return intent
}

/** Reads the fields of a payment from a form, those of the API and those of a checkout session alike. */
export function readIntentFields(form: Form): Partial<PaymentIntent> {
  const destination = text(nested(form, 'transfer_data'), 'destination')
  const types = listOfTexts(form, 'payment_method_types')
  return {
    application_fee_amount: integer(form, 'application_fee_amount'),
    capture_method: choice(form, 'capture_method', CAPTURE_METHODS, 'automatic_async'),
    customer: text(form, 'customer'),
    description: text(form, 'description'),
    metadata: mergeMetadata({}, form.metadata),
    on_behalf_of: text(form, 'on_behalf_of'),
    receipt_email: text(form, 'receipt_email'),
    setup_future_usage: readSetupFutureUsage(form),
    statement_descriptor_suffix: text(form, 'statement_descriptor_suffix'),
    transfer_data: destination ? { destination } : null,
    transfer_group: text(form, 'transfer_group'),
    ...(types.length > 0 ? { payment_method_types: types } : {}),
  }
}

export function readAmount(form: Form): Pick<PaymentIntent, 'amount' | 'currency'> {
  return { amount: requiredInteger(form, 'amount'), currency: currency(form) }
}

function readSetupFutureUsage(form: Form): PaymentIntent['setup_future_usage'] {
  if (text(form, 'setup_future_usage') === null) return null
  return choice(form, 'setup_future_usage', ['on_session', 'off_session'] as const, 'on_session')
}

function requireChargesEnabled(world: World, owner: Owner): void {
  if (owner === null || world.store.find('account', null, owner)?.charges_enabled) return
  throw invalidRequest('Your account cannot currently make charges.', 'account_invalid')
}
