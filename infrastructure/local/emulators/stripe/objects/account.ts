import type { Metadata } from '../fields.ts'

export interface Account {
  id: string
  object: 'account'
  created: number
  business_profile: {
    name: string | null
    url: string | null
    mcc: string | null
    support_email: string | null
  }
  business_type: string | null
  capabilities: Record<string, 'inactive' | 'pending' | 'active'>
  charges_enabled: boolean
  controller: Record<string, unknown>
  country: string
  default_currency: string
  details_submitted: boolean
  email: string | null
  metadata: Metadata
  payouts_enabled: boolean
  requirements: {
    currently_due: string[]
    eventually_due: string[]
    past_due: string[]
    disabled_reason: 'requirements.past_due' | null
  }
  settings: { payments: { statement_descriptor: string | null } }
  type: 'standard' | 'express' | 'custom' | 'none'
}
