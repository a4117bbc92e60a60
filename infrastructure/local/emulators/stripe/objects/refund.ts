import type { Metadata } from '../fields.ts'

export interface Refund {
  id: string
  object: 'refund'
  created: number
  amount: number
  balance_transaction: string | null
  charge: string
  currency: string
  destination_details: { type: 'card'; card: { type: 'refund'; reference_status: 'pending' } }
  metadata: Metadata
  payment_intent: string
  reason: string | null
  receipt_number: null
  status: 'succeeded'
}
