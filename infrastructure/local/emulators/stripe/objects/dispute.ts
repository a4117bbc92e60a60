import type { Metadata } from '../fields.ts'
import type { BalanceTransaction } from './balance-transaction.ts'

export interface Dispute {
  id: string
  object: 'dispute'
  created: number
  livemode: false
  amount: number
  balance_transactions: BalanceTransaction[]
  charge: string
  currency: string
  evidence_details: { due_by: number; has_evidence: boolean; past_due: boolean; submission_count: number }
  is_charge_refundable: boolean
  metadata: Metadata
  payment_intent: string | null
  reason: string
  status: 'needs_response' | 'under_review' | 'won' | 'lost'
}
