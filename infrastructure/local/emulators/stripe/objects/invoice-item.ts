import type { Metadata } from '../fields.ts'

/** Something that goes on a customer's next invoice. */
export interface InvoiceItem {
  id: string
  object: 'invoiceitem'
  date: number
  livemode: false
  amount: number
  currency: string
  customer: string
  description: string | null
  invoice: string | null
  metadata: Metadata
  period: { start: number; end: number }
}
