import { z } from 'zod'

/** Money that came in for an invoice, as somebody at the desk enters it. */
export const NewPayment = z.object({
  invoiceId: z.uuid(),
  method: z.enum(['cash', 'bank_transfer', 'qr_bill']),
  amountRappen: z.coerce.number().int().positive().max(100_000_000_000),
  receivedOn: z.iso.date(),
  idempotencyKey: z.uuid(),
})
export type NewPayment = z.output<typeof NewPayment>

export const InvoiceRef = z.object({ invoiceId: z.uuid() })

export const INVOICE_STATUSES = ['open', 'overdue', 'partially_paid', 'paid', 'void'] as const
export type InvoiceStatus = (typeof INVOICE_STATUSES)[number] | 'draft'

/** Filters of the list of invoices, as its address carries them. */
export const InvoiceFilter = z.object({
  status: z.enum(INVOICE_STATUSES).optional().catch(undefined),
  search: z.string().max(80).optional().catch(undefined),
  before: z.string().max(40).optional().catch(undefined),
})
export type InvoiceFilter = z.output<typeof InvoiceFilter>
