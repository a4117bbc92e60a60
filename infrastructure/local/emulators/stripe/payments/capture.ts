import type { Form } from '../../server/form.ts'
import { invalidRequest } from '../errors.ts'
import { choice, integer } from '../fields.ts'
import { nowSeconds } from '../ids.ts'
import type { PaymentIntent } from '../objects/payment-intent.ts'
import type { Owner } from '../objects.ts'
import { settleCharge } from '../resources/charges.ts'
import type { World } from '../world.ts'
import { requireStatus } from './confirm.ts'

/** Takes all or a part of a held amount; the rest is released to the card. */
export function captureIntent(world: World, owner: Owner, intent: PaymentIntent, form: Form): PaymentIntent {
  requireStatus(intent, ['requires_capture'], 'captured')
  const amount = integer(form, 'amount_to_capture') ?? intent.amount_capturable
  if (amount < 1)
    throw invalidRequest('Invalid positive integer', 'parameter_invalid_integer', 'amount_to_capture')
  if (amount > intent.amount_capturable) {
    throw invalidRequest(
      `The provided amount (${amount}) is greater than the amount capturable (${intent.amount_capturable}).`,
      'amount_too_large',
      'amount_to_capture',
    )
  }
  const fee = integer(form, 'application_fee_amount') ?? intent.application_fee_amount ?? 0
  const charge = world.store.get('charge', owner, intent.latest_charge ?? '')
  settleCharge(world, owner, charge, amount, fee)
  intent.status = 'succeeded'
  intent.amount_capturable = 0
  intent.amount_received = amount
  world.emit('charge.captured', owner, charge)
  world.emit('payment_intent.succeeded', owner, intent)
  return intent
}

const CANCELABLE = [
  'requires_payment_method',
  'requires_capture',
  'requires_confirmation',
  'requires_action',
  'processing',
]
const REASONS = ['abandoned', 'duplicate', 'fraudulent', 'requested_by_customer'] as const

/** Gives a payment up and releases what was held; `automatic` when its time was up. */
export function cancelIntent(
  world: World,
  owner: Owner,
  intent: PaymentIntent,
  form: Form,
  reason: 'automatic' | null = null,
): PaymentIntent {
  requireStatus(intent, CANCELABLE, 'canceled')
  const held = intent.status === 'requires_capture' && intent.latest_charge
  intent.status = 'canceled'
  intent.canceled_at = nowSeconds()
  intent.cancellation_reason = form.cancellation_reason
    ? choice(form, 'cancellation_reason', REASONS, 'abandoned')
    : reason
  intent.amount_capturable = 0
  intent.next_action = null
  if (held) {
    const charge = world.store.get('charge', owner, held)
    charge.amount_refunded = charge.amount
    charge.refunded = true
    world.emit('charge.refunded', owner, charge, { amount_refunded: 0, refunded: false })
  }
  world.emit('payment_intent.canceled', owner, intent)
  return intent
}
