import type { Metadata } from '../fields.ts'
import type { Address } from './billing-details.ts'

export interface Customer {
  id: string
  object: 'customer'
  created: number
  livemode: false
  deleted?: true
  email: string | null
  name: string | null
  phone: string | null
  description: string | null
  address: Address | null
  preferred_locales: string[]
  balance: number
  currency: string | null
  delinquent: boolean
  default_source: null
  invoice_settings: { default_payment_method: string | null; custom_fields: null; footer: null }
  metadata: Metadata
  tax_exempt: 'none'
}
