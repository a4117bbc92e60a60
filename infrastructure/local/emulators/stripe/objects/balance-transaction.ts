export interface BalanceTransaction {
  id: string
  object: 'balance_transaction'
  created: number
  available_on: number
  amount: number
  fee: number
  net: number
  currency: string
  description: string | null
  exchange_rate: null
  fee_details: { amount: number; application: null; currency: string; description: string; type: string }[]
  reporting_category: string
  source: string
  status: 'pending' | 'available'
  type: 'charge' | 'refund' | 'payout' | 'payout_failure' | 'adjustment'
}
