import { newId, nowSeconds } from '../ids.ts'
import { filterBy, LIST_FIELDS, listPage } from '../lists.ts'
import type { Payout } from '../objects/payout.ts'
import type { Owner } from '../objects.ts'
import type { Resource, World } from '../world.ts'
import { bookBalance } from './balance-transactions.ts'

const ARRIVAL_SECONDS = 2 * 24 * 3600

/** Pays an account's whole balance out to its bank; null when there is nothing. */
export function payOut(world: World, owner: Owner): Payout | null {
  const amount = world.store.all('balance_transaction', owner).reduce((sum, entry) => sum + entry.net, 0)
  if (amount <= 0) return null
  const id = newId('po_1')
  const payout = world.store.put<Payout>(owner, {
    id,
    object: 'payout',
    created: nowSeconds(),
    livemode: false,
    amount,
    arrival_date: nowSeconds() + ARRIVAL_SECONDS,
    automatic: true,
    balance_transaction: bookBalance(world, owner, {
      type: 'payout',
      source: id,
      amount: -amount,
      currency: 'chf',
    }).id,
    currency: 'chf',
    description: 'STRIPE PAYOUT',
    failure_code: null,
    failure_message: null,
    metadata: {},
    method: 'standard',
    status: 'in_transit',
    type: 'bank_account',
  })
  world.emit('payout.created', owner, payout)
  return payout
}

/** The bank's word on a payout: it arrived, or it came back. */
export function endPayout(world: World, owner: Owner, payout: Payout, arrived: boolean): void {
  payout.status = arrived ? 'paid' : 'failed'
  if (!arrived) {
    payout.failure_code = 'account_closed'
    payout.failure_message = 'The bank account has been closed.'
    const { id, amount, currency } = payout
    bookBalance(world, owner, { type: 'payout_failure', source: id, amount, currency })
  }
  world.emit(arrived ? 'payout.paid' : 'payout.failed', owner, payout)
}

export function payoutResources(world: World): Resource[] {
  return [
    {
      method: 'GET',
      path: '/v1/payouts/:id',
      fields: [],
      run: ({ owner, params }) => world.store.get('payout', owner, params.id ?? ''),
    },
    {
      method: 'GET',
      path: '/v1/payouts',
      fields: [...LIST_FIELDS, 'status'],
      run: ({ owner, form, path }) =>
        listPage(path, filterBy(world.store.all('payout', owner), form, ['status']), form),
    },
  ]
}
