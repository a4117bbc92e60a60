import type { Metadata } from '../fields.ts'

export interface Payout {
  id: string
  object: 'payout'
  created: number
  livemode: false
  amount: number
  arrival_date: number
  automatic: boolean
  balance_transaction: string
  currency: string
  description: string | null
  failure_code: string | null
  failure_message: string | null
  metadata: Metadata
  method: 'standard'
  status: 'pending' | 'in_transit' | 'paid' | 'failed' | 'canceled'
  type: 'bank_account'
}
