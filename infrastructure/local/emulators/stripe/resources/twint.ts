import { newId, nowSeconds } from '../ids.ts'
import type { BillingDetails } from '../objects/billing-details.ts'
import type { PaymentMethod } from '../objects/payment-method.ts'
import type { Owner } from '../objects.ts'
import type { World } from '../world.ts'

/** TWINT pays in Swiss francs, at once, and cannot be kept for later charges. */
export function createTwint(world: World, owner: Owner, billing: BillingDetails): PaymentMethod {
  return world.store.put<PaymentMethod>(owner, {
    id: newId('pm_1'),
    object: 'payment_method',
    created: nowSeconds(),
    livemode: false,
    type: 'twint',
    allow_redisplay: 'unspecified',
    billing_details: billing,
    twint: {},
    customer: null,
    metadata: {},
  })
}
