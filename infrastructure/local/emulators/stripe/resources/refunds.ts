import type { Form } from '../../server/form.ts'
import { invalidRequest } from '../errors.ts'
import { flag, integer, mergeMetadata, text } from '../fields.ts'
import { newId, nowSeconds } from '../ids.ts'
import { filterBy, LIST_FIELDS, listPage } from '../lists.ts'
import type { Charge } from '../objects/charge.ts'
import type { Refund } from '../objects/refund.ts'
import type { Owner } from '../objects.ts'
import type { Resource, World } from '../world.ts'
import { refundApplicationFee } from './application-fees.ts'
import { bookBalance } from './balance-transactions.ts'

/** The charge a refund is about, by its own id or through its payment. */
function chargeToRefund(world: World, owner: Owner, form: Form): Charge {
  const chargeId = text(form, 'charge')
  if (chargeId) return world.store.get('charge', owner, chargeId, 'charge')
  const intentId = text(form, 'payment_intent')
  if (!intentId)
    throw invalidRequest(
      'One of the following params should be provided: payment_intent or charge.',
      'parameter_missing',
    )
  const intent = world.store.get('payment_intent', owner, intentId, 'payment_intent')
  const charge = intent.latest_charge ? world.store.find('charge', owner, intent.latest_charge) : undefined
  if (intent.status === 'succeeded' && charge) return charge
  throw invalidRequest(
    `This PaymentIntent (${intent.id}) does not have a successful charge to refund.`,
    'payment_intent_unexpected_state',
  )
}

function amountToRefund(charge: Charge, form: Form): number {
  const left = charge.amount - charge.amount_refunded
  if (!charge.captured) {
    throw invalidRequest(
      `Charge ${charge.id} has not been captured; cancel its PaymentIntent instead.`,
      'charge_not_refundable',
    )
  }
  if (left <= 0)
    throw invalidRequest(`Charge ${charge.id} has already been refunded.`, 'charge_already_refunded')
  const amount = integer(form, 'amount') ?? left
  if (amount < 1) throw invalidRequest('Invalid positive integer', 'parameter_invalid_integer', 'amount')
  if (amount > left) {
    throw invalidRequest(
      `Refund amount (${amount}) is greater than unrefunded amount on charge (${left})`,
      'amount_too_large',
      'amount',
    )
  }
  return amount
}

/** Gives money back, in one or several parts, never more than was captured. */
function createRefund(world: World, owner: Owner, form: Form): Refund {
  const charge = chargeToRefund(world, owner, form)
  const amount = amountToRefund(charge, form)
  const id = newId('re_3')
  const booking = { type: 'refund' as const, source: id, amount: -amount, currency: charge.currency }
  charge.amount_refunded += amount
  charge.refunded = charge.amount_refunded === charge.amount
  if (flag(form, 'refund_application_fee')) refundApplicationFee(world, charge, amount)
  const refund = world.store.put<Refund>(owner, {
    id,
    object: 'refund',
    created: nowSeconds(),
    amount,
    balance_transaction: bookBalance(world, owner, booking).id,
    charge: charge.id,
    currency: charge.currency,
    destination_details: { type: 'card', card: { type: 'refund', reference_status: 'pending' } },
    metadata: mergeMetadata({}, form.metadata),
    payment_intent: charge.payment_intent,
    reason: text(form, 'reason'),
    receipt_number: null,
    status: 'succeeded',
  })
  world.emit('refund.created', owner, refund)
  world.emit('charge.refunded', owner, charge, { amount_refunded: charge.amount_refunded - amount })
  return refund
}

export function refundResources(world: World): Resource[] {
  return [
    {
      method: 'POST',
      path: '/v1/refunds',
      fields: [
        'amount',
        'charge',
        'payment_intent',
        'reason',
        'metadata',
        'refund_application_fee',
        'reverse_transfer',
      ],
      run: ({ owner, form }) => createRefund(world, owner, form),
    },
    {
      method: 'GET',
      path: '/v1/refunds/:id',
      fields: [],
      run: ({ owner, params }) => world.store.get('refund', owner, params.id ?? ''),
    },
    {
      method: 'POST',
      path: '/v1/refunds/:id',
      fields: ['metadata'],
      run: ({ owner, params, form }) => {
        const refund = world.store.get('refund', owner, params.id ?? '')
        refund.metadata = mergeMetadata(refund.metadata, form.metadata)
        return refund
      },
    },
    {
      method: 'GET',
      path: '/v1/refunds',
      fields: [...LIST_FIELDS, 'charge', 'payment_intent'],
      run: ({ owner, form, path }) =>
        listPage(path, filterBy(world.store.all('refund', owner), form, ['charge', 'payment_intent']), form),
    },
  ]
}
