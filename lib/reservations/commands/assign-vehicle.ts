import { invalidate } from '@/lib/core/cache'
import type { CompanyContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'
import type { VehicleAssignment } from '@/lib/reservations/schema'

/**
 * Fixes a reservation to a vehicle, whatever its category: the price stays. Without a vehicle it is left open, and any
 * one of the booked category may be handed over.
 * @throws AppError `not_available` · `invalid_transition` · `not_found`
 */
export async function assignVehicle(
  ctx: CompanyContext,
  { id, vehicleId }: VehicleAssignment,
): Promise<void> {
  const { error } = await ctx.db.rpc('assign_vehicle', {
    p_reservation_id: id,
    ...(vehicleId && { p_vehicle_id: vehicleId }),
  })
  if (error) throw fromPostgres(error)
  await invalidate(ctx.companyId, 'reservations')
  ctx.log.info({ event: 'reservation.vehicle_assigned', reservationId: id, isOpen: !vehicleId })
}
