import { z } from 'zod'
import { rappen } from '@/lib/core/amount'
import { ListQuery, several } from '@/lib/core/list'

/** How money reaches a company without a card. */
export const MANUAL_METHODS = ['bank_transfer', 'qr_bill', 'cash'] as const

/** Money that moves. */
const Amount = rappen(1)

/** Money that came in for an invoice, as somebody at the desk enters it. */
export const NewPayment = z.object({
  invoiceId: z.uuid(),
  method: z.enum(MANUAL_METHODS),
  amountRappen: Amount,
  receivedOn: z.iso.date(),
  /** In whose till cash lies; without one in that of the rental. */
  locationId: z.uuid().optional(),
  idempotencyKey: z.uuid(),
})
export type NewPayment = z.output<typeof NewPayment>

/** One invoice. */
export const InvoiceRef = z.object({ id: z.uuid() })
export type InvoiceRef = z.output<typeof InvoiceRef>

/** As much of a customer's balance as an invoice takes. */
export const CreditForInvoice = z.object({
  invoiceId: z.uuid(),
  amountRappen: Amount,
  idempotencyKey: z.uuid(),
})
export type CreditForInvoice = z.output<typeof CreditForInvoice>

const Reason = z.string().trim().min(1).max(500)

/** How much of a payment somebody thinks of giving back. */
/** A payment that belongs to another invoice, which a person names by its number. */
export const PaymentMove = z.object({
  paymentId: z.uuid(),
  invoiceNumber: z.string().trim().min(1).max(40),
})
export type PaymentMove = z.infer<typeof PaymentMove>

export const RefundQuestion = z.object({ paymentId: z.uuid(), amountRappen: Amount })
export type RefundQuestion = z.output<typeof RefundQuestion>

export const NewRefund = RefundQuestion.extend({ reason: Reason })
export type NewRefund = z.output<typeof NewRefund>

/** What is taken back of an invoice: chosen lines, or an amount. */
export const NewCreditNote = z.discriminatedUnion('scope', [
  z.object({
    scope: z.literal('lines'),
    invoiceId: z.uuid(),
    lineIds: several(z.uuid()).pipe(z.array(z.uuid()).min(1)),
    reason: Reason,
    idempotencyKey: z.uuid(),
  }),
  z.object({
    scope: z.literal('amount'),
    invoiceId: z.uuid(),
    amountRappen: Amount,
    reason: Reason,
    idempotencyKey: z.uuid(),
  }),
])
export type NewCreditNote = z.output<typeof NewCreditNote>

export const INVOICE_STATUSES = ['open', 'overdue', 'partially_paid', 'paid', 'void'] as const

/** How late an unpaid invoice is, in steps of thirty days. */
export const AGES = ['not_due', 'to_30', 'to_60', 'to_90', 'older'] as const
export type Age = (typeof AGES)[number]

/** What narrows the list of invoices; anything an address gets wrong is left out instead of refused. */
export const InvoiceFilters = ListQuery.extend({
  status: several(z.enum(INVOICE_STATUSES)).catch([]),
  age: several(z.enum(AGES)).catch([]),
})
export type InvoiceFilters = z.output<typeof InvoiceFilters>
