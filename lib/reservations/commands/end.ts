import { invalidate } from '@/lib/core/cache'
import type { CompanyContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'
import { getReservation } from '@/lib/reservations/queries/detail'
import { refundableRappen } from '@/lib/reservations/rules'
import type { Cancellation, Refund } from '@/lib/reservations/schema'

/**
 * Cancels a reservation: its vehicle is free at once and the customer is told. With `refundDeposit` what was paid goes
 * back, too; should that fail, the cancellation stands and the refund can be asked for again.
 * @throws AppError `not_found` · `invalid_transition` · `forbidden`
 */
export async function cancelReservation(
  ctx: CompanyContext,
  { id, refundDeposit }: Cancellation,
): Promise<void> {
  const { error } = await ctx.db.rpc('cancel_reservation', { p_reservation_id: id })
  if (error) throw fromPostgres(error)
  await invalidate(ctx.companyId, 'reservations')
  ctx.log.info({ event: 'reservation.cancelled', reservationId: id })
  if (!refundDeposit) return
  const { payments } = await getReservation(ctx, id)
  for (const payment of payments) {
    const amountRappen = refundableRappen(payment)
    if (amountRappen > 0)
      await refundPayment(ctx, { paymentId: payment.id, amountRappen, reason: 'cancelled' })
  }
}

/**
 * Notes that the customer did not come: the vehicle is free from now on, what was paid stays.
 * @throws AppError `not_found` · `invalid_transition`
 */
export async function markNoShow(ctx: CompanyContext, { id }: { id: string }): Promise<void> {
  const { error } = await ctx.db.rpc('mark_no_show', { p_reservation_id: id })
  if (error) throw fromPostgres(error)
  await invalidate(ctx.companyId, 'reservations')
  ctx.log.info({ event: 'reservation.no_show', reservationId: id })
}

/**
 * Gives a booking deposit back, all or part of it; a card's money leaves through the outbox.
 * @throws AppError `refund_exceeds_payment` · `payment_is_invoiced` · `forbidden` · `not_found`
 */
export async function refundPayment(ctx: CompanyContext, refund: Refund): Promise<void> {
  const { error } = await ctx.db.rpc('refund_payment', {
    p_payment_id: refund.paymentId,
    p_amount_rappen: refund.amountRappen,
    p_reason: refund.reason,
  })
  if (error) throw fromPostgres(error)
  await invalidate(ctx.companyId, 'money', 'reservations')
  ctx.log.info({ event: 'payment.refunded', paymentId: refund.paymentId, amountRappen: refund.amountRappen })
}
