import { cardByNumber, type TestCard } from '../cards.ts'
import { invalidRequest, StripeApiError } from '../errors.ts'
import type { PaymentIntent } from '../objects/payment-intent.ts'
import type { CardSecret, PaymentMethod } from '../objects/payment-method.ts'
import type { Owner } from '../objects.ts'
import { type ChargeFailure, createCharge, settleCharge } from '../resources/charges.ts'
import { attach, resolvePaymentMethod } from '../resources/payment-methods.ts'
import type { World } from '../world.ts'

export interface Confirmation {
  paymentMethod?: string | null
  offSession?: boolean
  returnUrl?: string | null
}

const CONFIRMABLE = ['requires_payment_method', 'requires_confirmation', 'requires_action']

/** Charges the card: the payment succeeds, is held, waits for the cardholder, or fails with Stripe's 402. */
export function confirmIntent(
  world: World,
  owner: Owner,
  intent: PaymentIntent,
  how: Confirmation,
): PaymentIntent {
  requireStatus(intent, CONFIRMABLE, 'confirmed')
  const id = how.paymentMethod ?? intent.payment_method
  if (!id) {
    throw invalidRequest(
      'You cannot confirm this PaymentIntent because it is missing a payment method.',
      'payment_intent_unexpected_state',
    )
  }
  const method = resolvePaymentMethod(world, owner, id)
  requireSameCustomer(intent, method)
  intent.payment_method = method.id
  intent.last_payment_error = null
  // The payer has said yes in the TWINT app already.
  if (method.type === 'twint') return succeed(world, owner, intent, method)
  const { card, secret } = cardOf(world, owner, method)

  if (needsAuthentication(card, secret)) {
    if (how.offSession) return fail(world, owner, intent, method, AUTHENTICATION_REQUIRED)
    return askCardholder(world, owner, intent, how.returnUrl ?? null)
  }
  if (card.failure) return fail(world, owner, intent, method, card.failure)
  return succeed(world, owner, intent, method)
}

/** Goes on after the cardholder confirmed or refused on the authentication page. */
export function finishAuthentication(
  world: World,
  owner: Owner,
  intent: PaymentIntent,
  confirmed: boolean,
): PaymentIntent {
  requireStatus(intent, ['requires_action'], 'authenticated')
  const method = world.store.get('payment_method', owner, intent.payment_method ?? '')
  intent.next_action = null
  if (!confirmed) return fail(world, owner, intent, method, AUTHENTICATION_FAILED)
  if (intent.setup_future_usage) cardOf(world, owner, method).secret.authenticated = true
  return succeed(world, owner, intent, method)
}

/** Stripe's answer when a payment is in the wrong state for what is asked. */
export function requireStatus(intent: PaymentIntent, allowed: string[], verb: string): void {
  if (allowed.includes(intent.status)) return
  throw new StripeApiError(400, {
    type: 'invalid_request_error',
    code: 'payment_intent_unexpected_state',
    message: `This PaymentIntent's status is ${intent.status}. Only a PaymentIntent with one of the following statuses may be ${verb}: ${allowed.join(', ')}.`,
    payment_intent: intent,
  })
}

export function cardOf(
  world: World,
  owner: Owner,
  method: PaymentMethod,
): { card: TestCard; secret: CardSecret } {
  const secret = world.store.get('card_secret', owner, method.id)
  const card = cardByNumber(secret.number)
  if (!card) throw invalidRequest('This card is not known any more.')
  return { card, secret }
}

export function needsAuthentication(card: TestCard, secret: CardSecret): boolean {
  return (
    card.authentication === 'always' || (card.authentication === 'unless_set_up' && !secret.authenticated)
  )
}

const AUTHENTICATION_REQUIRED: ChargeFailure = {
  code: 'authentication_required',
  declineCode: 'authentication_required',
  message: 'Your card was declined. This transaction requires authentication.',
}

export const AUTHENTICATION_FAILED: ChargeFailure = {
  code: 'payment_intent_authentication_failure',
  message:
    'We are unable to authenticate your payment method. Please choose a different payment method and try again.',
}

function succeed(world: World, owner: Owner, intent: PaymentIntent, method: PaymentMethod): PaymentIntent {
  const charge = createCharge(world, owner, intent, method)
  intent.latest_charge = charge.id
  intent.next_action = null
  if (intent.setup_future_usage && intent.customer) attach(world, owner, method, intent.customer)
  if (intent.capture_method === 'manual') {
    intent.status = 'requires_capture'
    intent.amount_capturable = intent.amount
    world.emit('charge.succeeded', owner, charge)
    world.emit('payment_intent.amount_capturable_updated', owner, intent)
    return intent
  }
  settleCharge(world, owner, charge, intent.amount, intent.application_fee_amount ?? 0)
  intent.status = 'succeeded'
  intent.amount_received = intent.amount
  world.emit('charge.succeeded', owner, charge)
  world.emit('payment_intent.succeeded', owner, intent)
  return intent
}

function askCardholder(
  world: World,
  owner: Owner,
  intent: PaymentIntent,
  returnUrl: string | null,
): PaymentIntent {
  intent.status = 'requires_action'
  intent.next_action = {
    type: 'redirect_to_url',
    redirect_to_url: { url: `${world.publicUrl}/authenticate/${intent.id}`, return_url: returnUrl },
  }
  world.emit('payment_intent.requires_action', owner, intent)
  return intent
}

function fail(
  world: World,
  owner: Owner,
  intent: PaymentIntent,
  method: PaymentMethod,
  failure: ChargeFailure,
): never {
  const charge = createCharge(world, owner, intent, method, failure)
  const detail = {
    type: 'card_error' as const,
    code: failure.code,
    ...(failure.declineCode ? { decline_code: failure.declineCode } : {}),
    message: failure.message,
    charge: charge.id,
  }
  intent.latest_charge = charge.id
  intent.status = 'requires_payment_method'
  intent.payment_method = null
  intent.next_action = null
  intent.last_payment_error = { ...detail, payment_method: method }
  world.emit('charge.failed', owner, charge)
  world.emit('payment_intent.payment_failed', owner, intent)
  throw new StripeApiError(402, {
    ...detail,
    payment_intent: structuredClone(intent),
    payment_method: method,
  })
}

function requireSameCustomer(intent: PaymentIntent, method: PaymentMethod): void {
  if (!method.customer || method.customer === intent.customer) return
  throw invalidRequest(
    `The payment method ${method.id} belongs to a customer. Please include that customer in the PaymentIntent.`,
    undefined,
    'payment_method',
  )
}
