import type { Metadata } from '../fields.ts'
import type { BillingDetails } from './billing-details.ts'
import type { CardFace } from './payment-method.ts'

export interface Charge {
  id: string
  object: 'charge'
  created: number
  livemode: false
  amount: number
  amount_captured: number
  amount_refunded: number
  application_fee: string | null
  application_fee_amount: number | null
  balance_transaction: string | null
  billing_details: BillingDetails
  captured: boolean
  currency: string
  customer: string | null
  description: string | null
  disputed: boolean
  failure_code: string | null
  failure_message: string | null
  metadata: Metadata
  outcome: {
    network_status: string
    reason: string | null
    risk_level: string
    seller_message: string
    type: string
  }
  paid: boolean
  payment_intent: string
  payment_method: string
  payment_method_details:
    | { type: 'card'; card: CardFace & { capture_before?: number } }
    | { type: 'twint'; twint: Record<string, never> }
  receipt_email: string | null
  receipt_url: string | null
  refunded: boolean
  statement_descriptor_suffix: string | null
  status: 'succeeded' | 'failed'
}
