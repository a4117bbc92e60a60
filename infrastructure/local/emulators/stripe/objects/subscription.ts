import type { Metadata } from '../fields.ts'
import type { Price } from './price.ts'

export interface Subscription {
  id: string
  object: 'subscription'
  created: number
  livemode: false
  billing_cycle_anchor: number
  cancel_at: number | null
  cancel_at_period_end: boolean
  canceled_at: number | null
  collection_method: 'charge_automatically'
  currency: string
  customer: string
  days_until_due: null
  default_payment_method: string | null
  description: null
  ended_at: number | null
  items: { object: 'list'; url: string; has_more: false; data: SubscriptionItem[] }
  latest_invoice: string | null
  metadata: Metadata
  start_date: number
  status: 'trialing' | 'active' | 'past_due' | 'unpaid' | 'canceled'
  trial_end: number | null
  trial_start: number | null
}

export interface SubscriptionItem {
  id: string
  object: 'subscription_item'
  created: number
  current_period_end: number
  current_period_start: number
  metadata: Metadata
  price: Price
  quantity: number
  subscription: string
}
