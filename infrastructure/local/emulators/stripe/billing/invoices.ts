import { StripeApiError } from '../errors.ts'
import { newId, nowSeconds } from '../ids.ts'
import type { Invoice, InvoiceLine, InvoicePayment } from '../objects/invoice.ts'
import type { PaymentIntent } from '../objects/payment-intent.ts'
import type { Price } from '../objects/price.ts'
import type { Subscription } from '../objects/subscription.ts'
import type { Owner } from '../objects.ts'
import { confirmIntent } from '../payments/confirm.ts'
import { createIntent } from '../payments/create-intent.ts'
import type { World } from '../world.ts'
import { itemOf } from './items.ts'

/** When Stripe would try a failed payment again by itself. */
const NEXT_ATTEMPT_SECONDS = 3 * 24 * 3600

export interface NewLine {
  price: Price
  amount: number
  description: string
  proration: boolean
  period: { start: number; end: number }
}

/** A line for a whole period of a price. */
export function periodLine(world: World, price: Price, period: NewLine['period']): NewLine {
  const name = world.store.locate('product', price.product)?.value.name ?? price.product
  return { price, amount: price.unit_amount, description: `1 × ${name}`, proration: false, period }
}

/** Writes an invoice for a subscription; a credit of the customer's goes against it, what is left of one becomes a credit. */
export function draftInvoice(
  world: World,
  owner: Owner,
  subscription: Subscription,
  reason: Invoice['billing_reason'],
  lines: NewLine[],
): Invoice {
  const customer = world.store.get('customer', owner, subscription.customer)
  const id = newId('in_1')
  const extra = reason === 'subscription_cycle' ? takePendingItems(world, owner, subscription, id) : []
  const total = [...lines, ...extra].reduce((sum, line) => sum + line.amount, 0)
  // Stripe counts a customer's credit below zero.
  const due = Math.max(0, total + customer.balance)
  const item = itemOf(subscription)
  return {
    id,
    object: 'invoice',
    created: nowSeconds(),
    livemode: false,
    amount_due: due,
    amount_paid: 0,
    amount_remaining: due,
    attempt_count: 0,
    attempted: false,
    auto_advance: true,
    billing_reason: reason,
    collection_method: 'charge_automatically',
    currency: subscription.currency,
    customer: customer.id,
    customer_email: customer.email,
    customer_name: customer.name,
    ending_balance: Math.min(0, total + customer.balance),
    hosted_invoice_url: null,
    lines: {
      object: 'list',
      url: `/v1/invoices/${id}/lines`,
      has_more: false,
      data: [...lines.map((line) => invoiceLine(id, subscription, line)), ...extra],
    },
    metadata: {},
    next_payment_attempt: null,
    number: null,
    parent: {
      type: 'subscription_details',
      quote_details: null,
      subscription_details: { metadata: { ...subscription.metadata }, subscription: subscription.id },
    },
    period_end: item.current_period_end,
    period_start: item.current_period_start,
    starting_balance: customer.balance,
    status: 'draft',
    subtotal: total,
    total,
  }
}

/** What waits for the customer's next invoice comes onto this one. */
function takePendingItems(
  world: World,
  owner: Owner,
  subscription: Subscription,
  invoice: string,
): InvoiceLine[] {
  const pending = world.store
    .all('invoiceitem', owner)
    .filter((item) => item.customer === subscription.customer && item.invoice === null)
  return pending.map((item) => {
    item.invoice = invoice
    return {
      id: newId('il_1'),
      object: 'line_item',
      livemode: false,
      amount: item.amount,
      currency: item.currency,
      description: item.description ?? '',
      invoice,
      metadata: { ...item.metadata },
      parent: {
        type: 'invoice_item_details',
        invoice_item_details: { invoice_item: item.id, proration: false, subscription: subscription.id },
        subscription_item_details: null,
      },
      period: item.period,
      pricing: null,
      quantity: 1,
      subscription: subscription.id,
      subtotal: item.amount,
    }
  })
}

function invoiceLine(invoice: string, subscription: Subscription, line: NewLine): InvoiceLine {
  return {
    id: newId('il_1'),
    object: 'line_item',
    livemode: false,
    amount: line.amount,
    currency: line.price.currency,
    description: line.description,
    invoice,
    metadata: {},
    parent: {
      type: 'subscription_item_details',
      invoice_item_details: null,
      subscription_item_details: {
        invoice_item: null,
        proration: line.proration,
        proration_details: { credited_items: null },
        subscription: subscription.id,
        subscription_item: itemOf(subscription).id,
      },
    },
    period: line.period,
    pricing: {
      type: 'price_details',
      price_details: { price: line.price.id, product: line.price.product },
    },
    quantity: 1,
    subscription: subscription.id,
    subtotal: line.amount,
  }
}

/** Gives an invoice its number and keeps it: from now on it is owed. */
export function finalizeInvoice(world: World, owner: Owner, invoice: Invoice): Invoice {
  const customer = world.store.get('customer', owner, invoice.customer)
  customer.balance = invoice.ending_balance ?? 0
  const count = world.store.all('invoice', owner).length + 1
  invoice.number = `CRMS-${String(count).padStart(4, '0')}`
  invoice.status = 'open'
  invoice.hosted_invoice_url = `${world.publicUrl}/i/${invoice.id}`
  return world.store.put<Invoice>(owner, invoice)
}

/** Charges what an open invoice still asks for to the subscription's card, without its holder. Throws Stripe's 402. */
export function chargeInvoice(world: World, owner: Owner, invoice: Invoice, method: string | null): void {
  invoice.attempted = true
  invoice.attempt_count += 1
  if (invoice.amount_remaining === 0) {
    markPaid(world, owner, invoice, null)
    return
  }
  if (!method) throw new StripeApiError(402, { type: 'card_error', code: 'missing', message: 'No card.' })
  const intent = createIntent(world, owner, {
    amount: invoice.amount_remaining,
    currency: invoice.currency,
    customer: invoice.customer,
    description: invoice.number,
  })
  confirmIntent(world, owner, intent, { paymentMethod: method, offSession: true })
  markPaid(world, owner, invoice, intent)
}

/** Charges an invoice on which everything depends: when the card refuses, it was never written. Throws Stripe's 402. */
export function chargeOrForget(world: World, owner: Owner, draft: Invoice, method: string | null): Invoice {
  const invoice = finalizeInvoice(world, owner, draft)
  try {
    chargeInvoice(world, owner, invoice, method)
    return invoice
  } catch (error) {
    world.store.get('customer', owner, invoice.customer).balance = invoice.starting_balance
    world.store.remove('invoice', invoice.id)
    throw error
  }
}

/** The invoice is paid, by a payment that went through or by credit alone. */
export function markPaid(world: World, owner: Owner, invoice: Invoice, intent: PaymentIntent | null): void {
  const now = nowSeconds()
  invoice.status = 'paid'
  invoice.amount_paid = invoice.amount_due
  invoice.amount_remaining = 0
  invoice.next_payment_attempt = null
  if (intent) {
    world.store.put<InvoicePayment>(owner, {
      id: newId('inpay_1'),
      object: 'invoice_payment',
      created: now,
      livemode: false,
      amount_paid: invoice.amount_paid,
      amount_requested: invoice.amount_due,
      currency: invoice.currency,
      invoice: invoice.id,
      is_default: true,
      payment: { type: 'payment_intent', payment_intent: intent.id },
      status: 'paid',
      status_transitions: { canceled_at: null, paid_at: now },
    })
  }
  world.emit('invoice.paid', owner, invoice)
}

/** The card did not pay: the invoice stays open and is tried again. */
export function markFailed(world: World, owner: Owner, invoice: Invoice): void {
  invoice.attempted = true
  invoice.next_payment_attempt = nowSeconds() + NEXT_ATTEMPT_SECONDS
  world.emit('invoice.payment_failed', owner, invoice)
}
