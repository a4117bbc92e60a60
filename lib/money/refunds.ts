import { z } from 'zod'
import { invalidate } from '@/lib/core/cache'
import type { CompanyContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'
import type { InvoiceRef, NewCreditNote, NewRefund, RefundQuestion } from '@/lib/money/schema'

const Preview = z
  .object({
    refundable_rappen: z.number(),
    credit_note: z.boolean(),
    legs: z.array(z.object({ account: z.string(), amount_rappen: z.number() })),
  })
  .transform((preview) => ({
    refundableRappen: preview.refundable_rappen,
    creditNote: preview.credit_note,
    legs: preview.legs.map((leg) => ({ account: leg.account, amountRappen: leg.amount_rappen })),
  }))

/** What the ledger will post for a refund: debits positive, credits negative. */
export type RefundPreview = z.output<typeof Preview>

/** What a refund of that amount would post. @throws AppError `not_found` · `refund_exceeds_payment` */
export async function previewRefund(ctx: CompanyContext, question: RefundQuestion): Promise<RefundPreview> {
  const { data, error } = await ctx.db.rpc('preview_refund', {
    p_payment_id: question.paymentId,
    p_amount_rappen: question.amountRappen,
  })
  if (error) throw fromPostgres(error)
  return Preview.parse(data)
}

/** Gives a payment back, full or in part; a card's money leaves through the outbox. @throws AppError `refund_exceeds_payment` · `cash_needs_five_rappen` */
export async function refundPayment(ctx: CompanyContext, refund: NewRefund): Promise<void> {
  const { error } = await ctx.db.rpc('refund_payment', {
    p_payment_id: refund.paymentId,
    p_amount_rappen: refund.amountRappen,
    p_reason: refund.reason,
  })
  if (error) throw fromPostgres(error)
  await invalidate(ctx.companyId, 'money', 'reservations')
  ctx.log.info({ event: 'payment.refunded', paymentId: refund.paymentId, amountRappen: refund.amountRappen })
}

/** Takes back lines of an unpaid invoice, or a part of its amount, or all of it. @throws AppError `amount_exceeds_open` · `credit_exceeds_invoice` */
export async function creditInvoice(ctx: CompanyContext, note: NewCreditNote): Promise<void> {
  const about = {
    p_invoice_id: note.invoiceId,
    p_reason: note.reason,
    p_idempotency_key: note.idempotencyKey,
  }
  const { error } =
    note.scope === 'lines'
      ? await ctx.db.rpc('credit_invoice_lines', { ...about, p_line_ids: note.lineIds })
      : await ctx.db.rpc('credit_invoice', { ...about, p_amount_rappen: note.amountRappen })
  if (error) throw fromPostgres(error)
  await invalidate(ctx.companyId, 'money')
  ctx.log.info({ event: 'invoice.credited', invoiceId: note.invoiceId })
}

/** Sends the next reminder now. @throws AppError `not_overdue` · `reminder_too_early` · `reminders_used_up` */
export async function remindInvoice(ctx: CompanyContext, { id }: InvoiceRef): Promise<void> {
  const { error } = await ctx.db.rpc('remind_invoice', { p_invoice_id: id })
  if (error) throw fromPostgres(error)
  await invalidate(ctx.companyId, 'money')
}
