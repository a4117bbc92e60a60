import type { Account } from './objects/account.ts'
import type { AccountLink } from './objects/account-link.ts'
import type { ApplicationFee } from './objects/application-fee.ts'
import type { BalanceTransaction } from './objects/balance-transaction.ts'
import type { Charge } from './objects/charge.ts'
import type { CheckoutSession, SessionPlan } from './objects/checkout-session.ts'
import type { Customer } from './objects/customer.ts'
import type { Dispute } from './objects/dispute.ts'
import type { Invoice, InvoicePayment } from './objects/invoice.ts'
import type { InvoiceItem } from './objects/invoice-item.ts'
import type { LineItem } from './objects/line-item.ts'
import type { PaymentIntent } from './objects/payment-intent.ts'
import type { CardSecret, PaymentMethod } from './objects/payment-method.ts'
import type { Payout } from './objects/payout.ts'
import type { PortalSession } from './objects/portal-session.ts'
import type { Price, Product } from './objects/price.ts'
import type { Refund } from './objects/refund.ts'
import type { SetupIntent } from './objects/setup-intent.ts'
import type { Subscription } from './objects/subscription.ts'

/** Everything the store keeps, by the name in its `object` field. */
export interface ObjectMap {
  account: Account
  account_link: AccountLink
  application_fee: ApplicationFee
  balance_transaction: BalanceTransaction
  'billing_portal.session': PortalSession
  card_secret: CardSecret
  charge: Charge
  'checkout.session': CheckoutSession
  customer: Customer
  dispute: Dispute
  event: StripeEvent
  invoice: Invoice
  invoice_payment: InvoicePayment
  invoiceitem: InvoiceItem
  item: LineItem
  payment_intent: PaymentIntent
  payment_method: PaymentMethod
  payout: Payout
  price: Price
  product: Product
  refund: Refund
  session_plan: SessionPlan
  setup_intent: SetupIntent
  subscription: Subscription
}

export type ObjectKind = keyof ObjectMap
export type StripeObject = ObjectMap[ObjectKind]

/** The account whose object it is: a connected account's id, or null for the platform itself. */
export type Owner = string | null

/** What is sent to the webhook endpoint, and kept for later reading. */
export interface StripeEvent {
  id: string
  object: 'event'
  /** Only on events of a connected account. */
  account?: string
  api_version: string
  created: number
  data: { object: StripeObject; previous_attributes?: Record<string, unknown> }
  livemode: false
  pending_webhooks: number
  request: { id: string | null; idempotency_key: string | null }
  type: string
}
