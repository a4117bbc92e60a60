import { invalidate } from '@/lib/core/cache'
import type { CompanyContext } from '@/lib/core/context'
import { fromPostgres, type PostgresFailure } from '@/lib/core/errors'
import type { OdometerCorrection, Retirement } from '@/lib/fleet/schema'

/**
 * Puts an odometer right, upwards or downwards; the reason stays in its history.
 * @throws AppError `reason_missing` · `not_found`
 */
export async function correctOdometer(ctx: CompanyContext, input: OdometerCorrection): Promise<void> {
  const { error } = await ctx.db.rpc('correct_odometer', {
    p_vehicle_id: input.id,
    p_odometer_km: input.odometerKm,
    p_reason: input.reason,
  })
  await done(ctx, error)
}

/**
 * Takes a vehicle out of service for good, if nobody counts on it.
 * @throws AppError `vehicle_occupied` with `conflicts` · `vehicle_rented` · `vehicle_in_workshop` · `not_found`
 */
export async function retireVehicle(ctx: CompanyContext, input: Retirement): Promise<void> {
  const { error } = await ctx.db.rpc('retire_vehicle', { p_vehicle_id: input.id, p_reason: input.reason })
  await done(ctx, error)
}

/**
 * Puts a retired vehicle back into service.
 * @throws AppError `not_found`
 */
export async function reinstateVehicle(ctx: CompanyContext, { id }: { id: string }): Promise<void> {
  const { error } = await ctx.db.rpc('reinstate_vehicle', { p_vehicle_id: id })
  await done(ctx, error)
}

async function done(ctx: CompanyContext, error: PostgresFailure | null): Promise<void> {
  if (error) throw fromPostgres(error)
  await invalidate(ctx.companyId, 'fleet', 'reservations')
}
