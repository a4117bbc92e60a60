import { z } from 'zod'
import { PageFilters } from '@/lib/core/cursor'

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

const Statuses = z
  .preprocess(
    (value) => (value === undefined || value === '' ? [] : [value].flat()),
    z.array(z.enum(INVOICE_STATUSES)),
  )
  .catch([])

/** What narrows the list of invoices; anything an address gets wrong is left out instead of refused. */
export const InvoiceFilters = PageFilters.extend({ q: z.string().trim().max(80).catch(''), status: Statuses })
export type InvoiceFilters = z.output<typeof InvoiceFilters>
