import { z } from 'zod'
import { ListQuery, several } from '@/lib/core/list'

/** How money reaches a company without a card. */
export const MANUAL_METHODS = ['bank_transfer', 'qr_bill', 'cash'] as const

/** Money that came in for an invoice, as somebody at the desk enters it. */
export const NewPayment = z.object({
  invoiceId: z.uuid(),
  method: z.enum(MANUAL_METHODS),
  amountRappen: z.coerce.number().int().min(1).max(100_000_000_000),
  receivedOn: z.iso.date(),
  idempotencyKey: z.uuid(),
})
export type NewPayment = z.output<typeof NewPayment>

export const INVOICE_STATUSES = ['open', 'overdue', 'partially_paid', 'paid', 'void'] as const

/** What narrows the list of invoices; anything an address gets wrong is left out instead of refused. */
export const InvoiceFilters = ListQuery.extend({ status: several(z.enum(INVOICE_STATUSES)).catch([]) })
export type InvoiceFilters = z.output<typeof InvoiceFilters>
