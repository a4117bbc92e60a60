import type { Metadata } from '../fields.ts'

export interface Invoice {
  id: string
  object: 'invoice'
  created: number
  livemode: false
  amount_due: number
  amount_paid: number
  amount_remaining: number
  attempt_count: number
  attempted: boolean
  auto_advance: boolean
  billing_reason: 'subscription_create' | 'subscription_cycle' | 'subscription_update' | 'upcoming'
  collection_method: 'charge_automatically'
  currency: string
  customer: string
  customer_email: string | null
  customer_name: string | null
  ending_balance: number | null
  hosted_invoice_url: string | null
  lines: { object: 'list'; url: string; has_more: false; data: InvoiceLine[] }
  metadata: Metadata
  next_payment_attempt: number | null
  number: string | null
  parent: {
    type: 'subscription_details'
    quote_details: null
    subscription_details: { metadata: Metadata; subscription: string }
  }
  period_end: number
  period_start: number
  starting_balance: number
  status: 'draft' | 'open' | 'paid' | 'void'
  subtotal: number
  total: number
}

export interface InvoiceLine {
  id: string
  object: 'line_item'
  livemode: false
  amount: number
  currency: string
  description: string
  invoice: string | null
  metadata: Metadata
  parent:
    | {
        type: 'subscription_item_details'
        invoice_item_details: null
        subscription_item_details: {
          invoice_item: null
          proration: boolean
          proration_details: { credited_items: null }
          subscription: string
          subscription_item: string
        }
      }
    | {
        type: 'invoice_item_details'
        invoice_item_details: { invoice_item: string; proration: false; subscription: string }
        subscription_item_details: null
      }
  period: { start: number; end: number }
  pricing: { type: 'price_details'; price_details: { price: string; product: string } } | null
  quantity: number
  subscription: string
  subtotal: number
}

/** What an invoice was paid with. */
export interface InvoicePayment {
  id: string
  object: 'invoice_payment'
  created: number
  livemode: false
  amount_paid: number
  amount_requested: number
  currency: string
  invoice: string
  is_default: true
  payment: { type: 'payment_intent'; payment_intent: string }
  status: 'paid'
  status_transitions: { canceled_at: null; paid_at: number }
}
