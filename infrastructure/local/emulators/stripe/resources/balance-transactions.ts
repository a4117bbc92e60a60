import { newId, nowSeconds } from '../ids.ts'
import { filterBy, LIST_FIELDS, listPage } from '../lists.ts'
import type { BalanceTransaction } from '../objects/balance-transaction.ts'
import type { Owner } from '../objects.ts'
import type { Resource, World } from '../world.ts'

const SETTLEMENT_SECONDS = 3 * 24 * 3600

/** Stripe's Swiss price for cards: 2.9 % and 30 rappen. */
export function processingFee(amount: number): number {
  return Math.round(amount * 0.029) + 30
}

/** Books what moves on the account's balance; fees are never returned with a refund. */
export function bookBalance(
  world: World,
  owner: Owner,
  booking: {
    type: BalanceTransaction['type']
    source: string
    amount: number
    currency: string
    applicationFee?: number
    /** Stripe's own fee where it is not the price of a charge. */
    fee?: number
  },
): BalanceTransaction {
  const { type, source, amount, currency, applicationFee = 0 } = booking
  const stripeFee = booking.fee ?? (type === 'charge' ? processingFee(amount) : 0)
  const details = [
    {
      amount: stripeFee,
      application: null,
      currency,
      description: 'Stripe processing fees',
      type: 'stripe_fee',
    },
    {
      amount: applicationFee,
      application: null,
      currency,
      description: 'Application fee',
      type: 'application_fee',
    },
  ]
  const fee = stripeFee + applicationFee
  return world.store.put<BalanceTransaction>(owner, {
    id: newId('txn_3'),
    object: 'balance_transaction',
    created: nowSeconds(),
    available_on: nowSeconds() + SETTLEMENT_SECONDS,
    amount,
    fee,
    net: amount - fee,
    currency,
    description: null,
    exchange_rate: null,
    fee_details: details.filter((detail) => detail.amount !== 0),
    reporting_category: type,
    source,
    status: 'pending',
    type,
  })
}

export function balanceTransactionResources(world: World): Resource[] {
  return [
    {
      method: 'GET',
      path: '/v1/balance_transactions/:id',
      fields: [],
      run: ({ owner, params }) => world.store.get('balance_transaction', owner, params.id ?? ''),
    },
    {
      method: 'GET',
      path: '/v1/balance_transactions',
      fields: [...LIST_FIELDS, 'type', 'source', 'currency', 'payout'],
      run: ({ owner, form, path }) =>
        listPage(
          path,
          filterBy(world.store.all('balance_transaction', owner), form, ['type', 'source', 'currency']),
          form,
        ),
    },
    {
      method: 'GET',
      path: '/v1/balance',
      fields: [],
      run: ({ owner }) => {
        const amount = world.store
          .all('balance_transaction', owner)
          .reduce((sum, entry) => sum + entry.net, 0)
        const pending = [{ amount, currency: 'chf', source_types: { card: amount } }]
        return {
          object: 'balance',
          available: [{ amount: 0, currency: 'chf', source_types: { card: 0 } }],
          livemode: false,
          pending,
        }
      },
    },
  ]
}
