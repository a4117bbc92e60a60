import type { Metadata } from '../fields.ts'

export interface Product {
  id: string
  object: 'product'
  created: number
  livemode: false
  active: boolean
  description: string | null
  images: string[]
  marketing_features: { name?: string }[]
  metadata: Metadata
  name: string
  type: 'service'
  updated: number
}

/** A price that is paid again every month. */
export interface Price {
  id: string
  object: 'price'
  created: number
  livemode: false
  active: boolean
  billing_scheme: 'per_unit'
  currency: string
  lookup_key: string | null
  metadata: Metadata
  nickname: string | null
  product: string
  recurring: {
    interval: 'month'
    interval_count: 1
    meter: null
    trial_period_days: null
    usage_type: 'licensed'
  }
  tax_behavior: 'inclusive' | 'exclusive' | 'unspecified'
  type: 'recurring'
  unit_amount: number
}
