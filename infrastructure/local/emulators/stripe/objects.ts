import type { AccountLink } from './resources/account-links.ts'
import type { Account } from './resources/accounts.ts'
import type { ApplicationFee } from './resources/application-fees.ts'
import type { BalanceTransaction } from './resources/balance-transactions.ts'
import type { Charge } from './resources/charges.ts'
import type { CheckoutSession, SessionPlan } from './resources/checkout-sessions.ts'
import type { Customer } from './resources/customers.ts'
import type { StripeEvent } from './resources/events.ts'
import type { LineItem } from './resources/line-items.ts'
import type { PaymentIntent } from './resources/payment-intents.ts'
import type { CardSecret, PaymentMethod } from './resources/payment-methods.ts'
import type { Refund } from './resources/refunds.ts'
import type { SetupIntent } from './resources/setup-intents.ts'

/** Everything the store keeps, by the name in its `object` field. */
export interface ObjectMap {
  account: Account
  account_link: AccountLink
  application_fee: ApplicationFee
  balance_transaction: BalanceTransaction
  card_secret: CardSecret
  charge: Charge
  'checkout.session': CheckoutSession
  customer: Customer
  event: StripeEvent
  item: LineItem
  payment_intent: PaymentIntent
  payment_method: PaymentMethod
  refund: Refund
  session_plan: SessionPlan
  setup_intent: SetupIntent
}

export type ObjectKind = keyof ObjectMap
export type StripeObject = ObjectMap[ObjectKind]

/** The account whose object it is: a connected account's id, or null for the platform itself. */
export type Owner = string | null
