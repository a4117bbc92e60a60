import { mergeMetadata, text } from '../fields.ts'
import { newId, nowSeconds } from '../ids.ts'
import { filterBy, LIST_FIELDS, listPage } from '../lists.ts'
import type { Charge } from '../objects/charge.ts'
import type { PaymentIntent } from '../objects/payment-intent.ts'
import type { PaymentMethod } from '../objects/payment-method.ts'
import type { Owner } from '../objects.ts'
import type { Resource, World } from '../world.ts'
import { createApplicationFee } from './application-fees.ts'
import { bookBalance } from './balance-transactions.ts'

/** Card holds lapse after a week. */
const HOLD_SECONDS = 7 * 24 * 3600

/** Why a charge failed; absent when it succeeded. */
export interface ChargeFailure {
  code: string
  declineCode?: string
  message: string
}

/** Puts a charge on a payment: authorised only; `settleCharge` takes the money. */
export function createCharge(
  world: World,
  owner: Owner,
  intent: PaymentIntent,
  method: PaymentMethod,
  failure?: ChargeFailure,
): Charge {
  const id = newId('ch_3')
  const holds = intent.capture_method === 'manual' && !failure
  return world.store.put<Charge>(owner, {
    id,
    object: 'charge',
    created: nowSeconds(),
    livemode: false,
    amount: intent.amount,
    amount_captured: 0,
    amount_refunded: 0,
    application_fee: null,
    application_fee_amount: intent.application_fee_amount,
    balance_transaction: null,
    billing_details: method.billing_details,
    captured: false,
    currency: intent.currency,
    customer: intent.customer,
    description: intent.description,
    disputed: false,
    failure_code: failure?.code ?? null,
    failure_message: failure?.message ?? null,
    metadata: { ...intent.metadata },
    outcome: failure
      ? outcome(
          'declined_by_network',
          failure.declineCode ?? failure.code,
          failure.message,
          'issuer_declined',
        )
      : outcome('approved_by_network', null, 'Payment complete.', 'authorized'),
    paid: !failure,
    payment_intent: intent.id,
    payment_method: method.id,
    payment_method_details: method.card
      ? {
          type: 'card',
          card: { ...method.card, ...(holds ? { capture_before: nowSeconds() + HOLD_SECONDS } : {}) },
        }
      : { type: 'twint', twint: {} },
    receipt_email: intent.receipt_email,
    receipt_url: failure ? null : `${world.publicUrl}/receipts/${id}`,
    refunded: false,
    statement_descriptor_suffix: intent.statement_descriptor_suffix,
    status: failure ? 'failed' : 'succeeded',
  })
}

/** Takes the money of an authorised charge; what is not taken goes back to the card at once. */
export function settleCharge(
  world: World,
  owner: Owner,
  charge: Charge,
  amount: number,
  applicationFee: number,
): void {
  charge.captured = true
  charge.amount_captured = amount
  charge.amount_refunded = charge.amount - amount
  charge.application_fee_amount = applicationFee || null
  if (applicationFee > 0 && owner)
    charge.application_fee = createApplicationFee(world, owner, charge, applicationFee).id
  const booking = { type: 'charge' as const, source: charge.id, amount, currency: charge.currency }
  charge.balance_transaction = bookBalance(world, owner, { ...booking, applicationFee }).id
}

function outcome(
  networkStatus: string,
  reason: string | null,
  message: string,
  type: string,
): Charge['outcome'] {
  return { network_status: networkStatus, reason, risk_level: 'normal', seller_message: message, type }
}

export function chargeResources(world: World): Resource[] {
  return [
    {
      method: 'GET',
      path: '/v1/charges/:id',
      fields: [],
      run: ({ owner, params }) => world.store.get('charge', owner, params.id ?? ''),
    },
    {
      method: 'POST',
      path: '/v1/charges/:id',
      fields: ['metadata', 'description'],
      run: ({ owner, params, form }) => {
        const charge = world.store.get('charge', owner, params.id ?? '')
        if ('description' in form) charge.description = text(form, 'description')
        charge.metadata = mergeMetadata(charge.metadata, form.metadata)
        return charge
      },
    },
    {
      method: 'GET',
      path: '/v1/charges',
      fields: [...LIST_FIELDS, 'customer', 'payment_intent'],
      run: ({ owner, form, path }) =>
        listPage(
          path,
          filterBy(world.store.all('charge', owner), form, ['customer', 'payment_intent']),
          form,
        ),
    },
  ]
}
