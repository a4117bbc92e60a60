import { type BulkOutcome, readOutcomes } from '@/lib/core/bulk'
import { invalidate } from '@/lib/core/cache'
import type { CompanyContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'
import type { Cancellation, End } from '@/lib/reservations/schema'

/**
 * Cancels a reservation: its vehicle is free at once, the customer is told, and what the agreed policy says goes back.
 * @throws AppError `not_found` · `invalid_transition` · `forbidden` · `refund_exceeds_payment` · `refund_changed`
 */
export async function cancelReservation(
  ctx: CompanyContext,
  { id, refundRappen, seenRefundRappen }: Cancellation,
): Promise<void> {
  const { error } = await ctx.db.rpc('cancel_reservation', {
    p_reservation_id: id,
    ...(refundRappen !== undefined && { p_refund_rappen: refundRappen }),
    ...(seenRefundRappen !== undefined && { p_seen_refund_rappen: seenRefundRappen }),
  })
  if (error) throw fromPostgres(error)
  await invalidate(ctx.companyId, 'reservations', 'money')
  ctx.log.info({ event: 'reservation.cancelled', reservationId: id })
}

/** Cancels several by their policies; answers each. */
export async function cancelReservations(
  ctx: CompanyContext,
  { ids }: { ids: string[] },
): Promise<BulkOutcome[]> {
  const { data, error } = await ctx.db.rpc('cancel_reservations', { p_ids: ids })
  if (error) throw fromPostgres(error)
  await invalidate(ctx.companyId, 'reservations', 'money')
  ctx.log.info({ event: 'reservations.cancelled', count: ids.length })
  return readOutcomes(data, ctx.locale)
}

/**
 * Notes that the customer did not come: the vehicle is free from now on, the agreed fee is kept of what was paid.
 * @throws AppError `not_found` · `invalid_transition` · `refund_changed`
 */
export async function markNoShow(ctx: CompanyContext, { id, seenRefundRappen }: End): Promise<void> {
  const { error } = await ctx.db.rpc('mark_no_show', {
    p_reservation_id: id,
    ...(seenRefundRappen !== undefined && { p_seen_refund_rappen: seenRefundRappen }),
  })
  if (error) throw fromPostgres(error)
  await invalidate(ctx.companyId, 'reservations', 'money')
  ctx.log.info({ event: 'reservation.no_show', reservationId: id })
}
