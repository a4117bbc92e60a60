import { newId, nowSeconds } from '../ids.ts'
import { filterBy, LIST_FIELDS, listPage } from '../lists.ts'
import type { ApplicationFee } from '../objects/application-fee.ts'
import type { Charge } from '../objects/charge.ts'
import type { Resource, World } from '../world.ts'

/** The platform's share of a connected account's charge; it belongs to the platform. */
export function createApplicationFee(
  world: World,
  account: string,
  charge: Charge,
  amount: number,
): ApplicationFee {
  const fee = world.store.put<ApplicationFee>(null, {
    id: newId('fee_1'),
    object: 'application_fee',
    created: nowSeconds(),
    livemode: false,
    account,
    amount,
    amount_refunded: 0,
    charge: charge.id,
    currency: charge.currency,
    refunded: false,
  })
  world.emit('application_fee.created', null, fee)
  return fee
}

/** Returns the platform's share in proportion, which happens only when a refund asks for it. */
export function refundApplicationFee(world: World, charge: Charge, refundedAmount: number): void {
  const fee = charge.application_fee
    ? world.store.find('application_fee', null, charge.application_fee)
    : undefined
  if (!fee) return
  const share = Math.round((fee.amount * refundedAmount) / charge.amount_captured)
  fee.amount_refunded = Math.min(fee.amount, fee.amount_refunded + share)
  fee.refunded = fee.amount_refunded === fee.amount
  world.emit('application_fee.refunded', null, fee)
}

export function applicationFeeResources(world: World): Resource[] {
  return [
    {
      method: 'GET',
      path: '/v1/application_fees/:id',
      fields: [],
      run: ({ owner, params }) => world.store.get('application_fee', owner, params.id ?? ''),
    },
    {
      method: 'GET',
      path: '/v1/application_fees',
      fields: [...LIST_FIELDS, 'charge'],
      run: ({ owner, form, path }) =>
        listPage(path, filterBy(world.store.all('application_fee', owner), form, ['charge']), form),
    },
  ]
}
