import type Stripe from 'stripe'
import { expect, test } from 'vitest'
import type { Account } from '../../infrastructure/local/emulators/stripe/objects/account.ts'
import type { ApplicationFee } from '../../infrastructure/local/emulators/stripe/objects/application-fee.ts'
import type { BalanceTransaction } from '../../infrastructure/local/emulators/stripe/objects/balance-transaction.ts'
import type { Charge } from '../../infrastructure/local/emulators/stripe/objects/charge.ts'
import type { CheckoutSession } from '../../infrastructure/local/emulators/stripe/objects/checkout-session.ts'
import type { Customer } from '../../infrastructure/local/emulators/stripe/objects/customer.ts'
import type { Dispute } from '../../infrastructure/local/emulators/stripe/objects/dispute.ts'
import type * as invoices from '../../infrastructure/local/emulators/stripe/objects/invoice.ts'
import type { InvoiceItem } from '../../infrastructure/local/emulators/stripe/objects/invoice-item.ts'
import type { LineItem } from '../../infrastructure/local/emulators/stripe/objects/line-item.ts'
import type { PaymentIntent } from '../../infrastructure/local/emulators/stripe/objects/payment-intent.ts'
import type { PaymentMethod } from '../../infrastructure/local/emulators/stripe/objects/payment-method.ts'
import type { Payout } from '../../infrastructure/local/emulators/stripe/objects/payout.ts'
import type { PortalSession } from '../../infrastructure/local/emulators/stripe/objects/portal-session.ts'
import type * as prices from '../../infrastructure/local/emulators/stripe/objects/price.ts'
import type { Refund } from '../../infrastructure/local/emulators/stripe/objects/refund.ts'
import type { SetupIntent } from '../../infrastructure/local/emulators/stripe/objects/setup-intent.ts'
import type * as subscriptions from '../../infrastructure/local/emulators/stripe/objects/subscription.ts'
import type { StripeEvent } from '../../infrastructure/local/emulators/stripe/objects.ts'

type Deep<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends (infer One)[]
    ? Deep<One>[]
    : { [Key in keyof T]?: Deep<T[Key]> }
/** Nothing but fields that the SDK's type has, and nothing in them that it does not allow. */
type Fits<Ours, Theirs> = keyof Ours extends keyof Theirs ? (Ours extends Deep<Theirs> ? true : false) : false

/** Fails to compile as soon as a shape of the emulator is not Stripe's; left out is what it keeps for itself. */
const SHAPES: {
  account: Fits<Account, Stripe.Account>
  fee: Fits<ApplicationFee, Stripe.ApplicationFee>
  balance: Fits<BalanceTransaction, Stripe.BalanceTransaction>
  charge: Fits<Charge, Stripe.Charge>
  session: Fits<CheckoutSession, Stripe.Checkout.Session>
  customer: Fits<Omit<Customer, 'deleted'>, Stripe.Customer>
  dispute: Fits<Dispute, Stripe.Dispute>
  event: Fits<Omit<StripeEvent, 'type' | 'data'>, Omit<Stripe.Event, 'type' | 'data'>>
  intent: Fits<PaymentIntent, Stripe.PaymentIntent>
  sold: Fits<Omit<LineItem, 'session' | 'details'>, Stripe.LineItem>
  method: Fits<PaymentMethod, Stripe.PaymentMethod>
  payout: Fits<Payout, Stripe.Payout>
  refund: Fits<Refund, Stripe.Refund>
  setup: Fits<SetupIntent, Stripe.SetupIntent>
  price: Fits<prices.Price, Stripe.Price>
  product: Fits<prices.Product, Stripe.Product>
  subscription: Fits<subscriptions.Subscription, Stripe.Subscription>
  item: Fits<subscriptions.SubscriptionItem, Stripe.SubscriptionItem>
  invoice: Fits<invoices.Invoice, Stripe.Invoice>
  line: Fits<invoices.InvoiceLine, Stripe.InvoiceLineItem>
  payment: Fits<invoices.InvoicePayment, Stripe.InvoicePayment>
  extra: Fits<InvoiceItem, Stripe.InvoiceItem>
  portal: Fits<PortalSession, Stripe.BillingPortal.Session>
} = {
  account: true,
  fee: true,
  balance: true,
  charge: true,
  session: true,
  customer: true,
  dispute: true,
  event: true,
  intent: true,
  sold: true,
  method: true,
  payout: true,
  refund: true,
  setup: true,
  price: true,
  product: true,
  subscription: true,
  item: true,
  invoice: true,
  line: true,
  payment: true,
  extra: true,
  portal: true,
}

test('the shapes are those of the SDK', () => {
  expect(Object.values(SHAPES)).not.toContain(false)
})
