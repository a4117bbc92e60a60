import type { Metadata } from '../fields.ts'
import type { PaymentIntent } from './payment-intent.ts'
import type { SetupIntent } from './setup-intent.ts'

export interface CheckoutSession {
  id: string
  object: 'checkout.session'
  created: number
  livemode: false
  amount_subtotal: number | null
  amount_total: number | null
  cancel_url: string | null
  client_reference_id: string | null
  currency: string | null
  customer: string | null
  customer_creation: 'always' | 'if_required' | null
  customer_details: {
    email: string | null
    name: string | null
    phone: string | null
    address: null
    tax_exempt: 'none'
    tax_ids: []
  } | null
  customer_email: string | null
  expires_at: number
  locale: string | null
  metadata: Metadata
  invoice: string | null
  mode: 'payment' | 'setup' | 'subscription'
  payment_intent: string | null
  payment_method_types: string[]
  payment_status: 'paid' | 'unpaid' | 'no_payment_required'
  setup_intent: string | null
  status: 'open' | 'complete' | 'expired'
  submit_type: string | null
  subscription: string | null
  success_url: string
  total_details: { amount_discount: 0; amount_shipping: 0; amount_tax: 0 } | null
  ui_mode: 'hosted_page'
  url: string | null
}

/** What a session will pay or save once the customer goes ahead; Stripe keeps it to itself until then. */
export interface SessionPlan {
  id: string
  object: 'session_plan'
  payment: Partial<PaymentIntent>
  setup: Partial<SetupIntent>
  subscription: { metadata: Metadata; trialEnd: number | null }
}
