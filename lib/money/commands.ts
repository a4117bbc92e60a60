import { z } from 'zod'
import { invalidate } from '@/lib/core/cache'
import type { CompanyContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'
import type { NewPayment } from '@/lib/money/schema'

const Answer = z.object({ payment_id: z.uuid(), open_rappen: z.number() })

/**
 * Records money received for an invoice. Safe to repeat with the same key; what cash rounds off is booked as rounding.
 * @throws AppError `not_found` · `amount_exceeds_open` · `cash_needs_five_rappen`
 */
export async function recordPayment(
  ctx: CompanyContext,
  payment: NewPayment,
): Promise<{ paymentId: string; openRappen: number }> {
  const { data, error } = await ctx.db.rpc('record_payment', {
    p_invoice_id: payment.invoiceId,
    p_method: payment.method,
    p_amount_rappen: payment.amountRappen,
    p_received_on: payment.receivedOn,
    p_idempotency_key: payment.idempotencyKey,
  })
  if (error) throw fromPostgres(error)
  const { payment_id, open_rappen } = Answer.parse(data)
  await invalidate(ctx.companyId, 'money')
  ctx.log.info({ event: 'payment.recorded', invoiceId: payment.invoiceId, paymentId: payment_id })
  return { paymentId: payment_id, openRappen: open_rappen }
}
