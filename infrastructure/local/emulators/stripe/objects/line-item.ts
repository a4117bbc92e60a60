import type { Metadata } from '../fields.ts'
import type { Price } from './price.ts'

export interface LineItem {
  id: string
  object: 'item'
  /** The checkout session it belongs to; Stripe keeps this to itself. */
  session: string
  amount_discount: number
  amount_subtotal: number
  amount_tax: number
  amount_total: number
  currency: string
  description: string
  price:
    | {
        id: string
        object: 'price'
        active: false
        currency: string
        product: string
        type: 'one_time'
        unit_amount: number
        metadata: Metadata
      }
    | Price
  quantity: number
  /** Shown on the hosted page only. */
  details: { description: string | null; images: string[] }
}
