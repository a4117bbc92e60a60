import { z } from 'zod'
import { invalidate } from '@/lib/core/cache'
import type { CompanyContext } from '@/lib/core/context'
import { localDateOf } from '@/lib/core/dates'
import { AppError, fromPostgres } from '@/lib/core/errors'
import { invoiceByNumber } from '@/lib/money/queries/by-number'
import type { CreditForInvoice, InvoiceRef, NewPayment, PaymentMove } from '@/lib/money/schema'

const Answer = z.object({ payment_id: z.uuid(), open_rappen: z.number() })

/**
 * Records money received for an invoice. Safe to repeat with the same key; what cash rounds off is booked as rounding.
 * @throws AppError `not_found` · `amount_exceeds_open` · `cash_needs_five_rappen` · `invalid_input` for a day to come
 */
export async function recordPayment(
  ctx: CompanyContext,
  payment: NewPayment,
): Promise<{ paymentId: string; openRappen: number }> {
  if (payment.receivedOn > localDateOf(ctx.now(), ctx.timeZone)) {
    const problems = [{ field: 'receivedOn', key: 'received_in_future', values: {} }]
    throw new AppError('invalid_input', { details: { problems } })
  }
  const { data, error } = await ctx.db.rpc('record_payment', {
    p_invoice_id: payment.invoiceId,
    p_method: payment.method,
    p_amount_rappen: payment.amountRappen,
    p_received_on: payment.receivedOn,
    p_idempotency_key: payment.idempotencyKey,
    ...(payment.locationId && { p_location_id: payment.locationId }),
  })
  if (error) throw fromPostgres(error)
  const { payment_id, open_rappen } = Answer.parse(data)
  await invalidate(ctx.companyId, 'money')
  ctx.log.info({ event: 'payment.recorded', invoiceId: payment.invoiceId, paymentId: payment_id })
  return { paymentId: payment_id, openRappen: open_rappen }
}

/** Takes what is open from the customer's card; a card that refuses is answered by a mail with the link. @throws AppError `nothing_to_pay` · `card_missing` */
export async function chargeCardOnFile(ctx: CompanyContext, { id }: InvoiceRef): Promise<void> {
  const { error } = await ctx.db.rpc('charge_card_on_file', { p_invoice_id: id })
  if (error) throw fromPostgres(error)
  await invalidate(ctx.companyId, 'money')
  ctx.log.info({ event: 'card.charged', invoiceId: id })
}

/** Pays from the customer's balance. @throws AppError `credit_exceeded` · `amount_exceeds_open` */
export async function applyCredit(ctx: CompanyContext, credit: CreditForInvoice): Promise<void> {
  const { error } = await ctx.db.rpc('apply_customer_credit', {
    p_invoice_id: credit.invoiceId,
    p_amount_rappen: credit.amountRappen,
    p_idempotency_key: credit.idempotencyKey,
  })
  if (error) throw fromPostgres(error)
  await invalidate(ctx.companyId, 'money')
}

/** Puts a payment on the invoice it was meant for. @throws AppError `invoice_unknown` · `payment_fixed` · `amount_exceeds_open` · `invalid_transition` */
export async function movePayment(
  ctx: CompanyContext,
  { paymentId, invoiceNumber }: PaymentMove,
): Promise<void> {
  const invoiceId = await invoiceByNumber(ctx, invoiceNumber)
  const { error } = await ctx.db.rpc('move_payment', { p_payment_id: paymentId, p_invoice_id: invoiceId })
  if (error) throw fromPostgres(error)
  await invalidate(ctx.companyId, 'money')
  ctx.log.info({ event: 'payment.moved', paymentId, invoiceId })
}
