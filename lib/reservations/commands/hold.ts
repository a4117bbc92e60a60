import { invalidate } from '@/lib/core/cache'
import type { CompanyContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'
import type { HoldExtension } from '@/lib/reservations/schema'

/**
 * Makes an option or an unpaid hold a firm reservation; the customer is told.
 * @throws AppError `not_found` · `invalid_transition` · `hold_lapsed`
 */
export async function confirmReservation(ctx: CompanyContext, { id }: { id: string }): Promise<void> {
  const { error } = await ctx.db.rpc('confirm_reservation', { p_reservation_id: id })
  if (error) throw fromPostgres(error)
  await invalidate(ctx.companyId, 'reservations')
  ctx.log.info({ event: 'reservation.confirmed', reservationId: id })
}

/**
 * Holds an option for so many hours from now.
 * @throws AppError `not_found` · `invalid_transition` · `hold_lapsed`
 */
export async function extendHold(ctx: CompanyContext, { id, hours }: HoldExtension): Promise<void> {
  const { error } = await ctx.db.rpc('extend_hold', { p_reservation_id: id, p_hours: hours })
  if (error) throw fromPostgres(error)
  await invalidate(ctx.companyId, 'reservations')
  ctx.log.info({ event: 'reservation.hold_extended', reservationId: id, hours })
}
