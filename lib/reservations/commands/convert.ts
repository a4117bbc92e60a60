import { invalidate } from '@/lib/core/cache'
import type { CompanyContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'

/**
 * Makes the contract of a confirmed reservation; repeating answers the same one.
 * @throws AppError `not_found` · `invalid_transition` · `customer_blocked`
 */
export async function convertReservation(
  ctx: CompanyContext,
  { id }: { id: string },
): Promise<{ contractId: string }> {
  const { data, error } = await ctx.db.rpc('convert_reservation', { p_reservation_id: id })
  if (error) throw fromPostgres(error)
  await invalidate(ctx.companyId, 'reservations', 'contracts')
  ctx.log.info({ event: 'reservation.converted', reservationId: id, contractId: data })
  return { contractId: data }
}
