import { accountLinkResources } from './resources/account-links.ts'
import { accountResources } from './resources/accounts.ts'
import { applicationFeeResources } from './resources/application-fees.ts'
import { balanceTransactionResources } from './resources/balance-transactions.ts'
import { chargeResources } from './resources/charges.ts'
import { checkoutSessionResources } from './resources/checkout-sessions.ts'
import { customerResources } from './resources/customers.ts'
import { disputeResources } from './resources/disputes.ts'
import { eventResources } from './resources/events.ts'
import { invoiceItemResources } from './resources/invoice-items.ts'
import { invoiceResources } from './resources/invoices.ts'
import { paymentIntentResources } from './resources/payment-intents.ts'
import { paymentMethodResources } from './resources/payment-methods.ts'
import { payoutResources } from './resources/payouts.ts'
import { portalSessionResources } from './resources/portal-sessions.ts'
import { priceResources } from './resources/prices.ts'
import { refundResources } from './resources/refunds.ts'
import { setupIntentResources } from './resources/setup-intents.ts'
import { subscriptionResources } from './resources/subscriptions.ts'
import type { Resource, World } from './world.ts'

/** Every operation of the API that is emulated. */
export function allResources(world: World): Resource[] {
  return [
    accountLinkResources,
    accountResources,
    applicationFeeResources,
    balanceTransactionResources,
    chargeResources,
    checkoutSessionResources,
    customerResources,
    disputeResources,
    eventResources,
    invoiceItemResources,
    invoiceResources,
    paymentIntentResources,
    paymentMethodResources,
    payoutResources,
    portalSessionResources,
    priceResources,
    refundResources,
    setupIntentResources,
    subscriptionResources,
  ].flatMap((resources) => resources(world))
}
