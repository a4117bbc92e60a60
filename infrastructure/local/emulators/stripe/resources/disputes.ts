import { newId, nowSeconds } from '../ids.ts'
import { filterBy, LIST_FIELDS, listPage } from '../lists.ts'
import type { Charge } from '../objects/charge.ts'
import type { Dispute } from '../objects/dispute.ts'
import type { Owner } from '../objects.ts'
import type { Resource, World } from '../world.ts'
import { bookBalance } from './balance-transactions.ts'

const DAYS_TO_ANSWER = 14
const FEE = 2_000

/** The cardholder contests a charge: Stripe takes the amount and a fee back at once. */
export function openDispute(world: World, owner: Owner, charge: Charge, reason: string): Dispute {
  const id = newId('dp_1')
  const amount = charge.amount_captured - charge.amount_refunded
  charge.disputed = true
  const { currency } = charge
  const withdrawn = bookBalance(world, owner, {
    type: 'adjustment',
    source: id,
    amount: -amount,
    currency,
    fee: FEE,
  })
  const dispute = world.store.put<Dispute>(owner, {
    id,
    object: 'dispute',
    created: nowSeconds(),
    livemode: false,
    amount,
    balance_transactions: [withdrawn],
    charge: charge.id,
    currency,
    evidence_details: {
      due_by: nowSeconds() + DAYS_TO_ANSWER * 86_400,
      has_evidence: false,
      past_due: false,
      submission_count: 0,
    },
    is_charge_refundable: false,
    metadata: {},
    payment_intent: charge.payment_intent,
    reason,
    status: 'needs_response',
  })
  world.emit('charge.dispute.created', owner, dispute)
  world.emit('charge.dispute.funds_withdrawn', owner, dispute)
  return dispute
}

/** The bank has decided; what is won comes back, the fee does not. */
export function closeDispute(world: World, owner: Owner, dispute: Dispute, won: boolean): void {
  dispute.status = won ? 'won' : 'lost'
  if (won) {
    const { id, amount, currency } = dispute
    dispute.balance_transactions.push(
      bookBalance(world, owner, { type: 'adjustment', source: id, amount, currency }),
    )
    world.emit('charge.dispute.funds_reinstated', owner, dispute)
  }
  world.emit('charge.dispute.closed', owner, dispute)
}

export function disputeResources(world: World): Resource[] {
  return [
    {
      method: 'GET',
      path: '/v1/disputes/:id',
      fields: [],
      run: ({ owner, params }) => world.store.get('dispute', owner, params.id ?? ''),
    },
    {
      method: 'GET',
      path: '/v1/disputes',
      fields: [...LIST_FIELDS, 'charge', 'payment_intent'],
      run: ({ owner, form, path }) =>
        listPage(path, filterBy(world.store.all('dispute', owner), form, ['charge', 'payment_intent']), form),
    },
  ]
}
