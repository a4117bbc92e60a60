import type { Metadata } from '../fields.ts'
import type { BillingDetails } from './billing-details.ts'

export interface PaymentMethod {
  id: string
  object: 'payment_method'
  created: number
  livemode: false
  type: 'card' | 'twint'
  allow_redisplay: 'unspecified' | 'limited' | 'always'
  billing_details: BillingDetails
  /** Absent for TWINT. */
  card?: CardFace
  twint?: Record<string, never>
  customer: string | null
  metadata: Metadata
}

export interface CardFace {
  brand: string
  country: string
  exp_month: number
  exp_year: number
  fingerprint: string
  funding: 'credit'
  last4: string
  checks: { address_line1_check: null; address_postal_code_check: null; cvc_check: 'pass' }
  wallet: null
}

/** The part of a card that no answer shows: which test card it is, and whether its holder has authenticated it. */
export interface CardSecret {
  id: string
  object: 'card_secret'
  number: string
  authenticated: boolean
}
