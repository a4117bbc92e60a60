import { invalidate } from '@/lib/core/cache'
import type { CompanyContext } from '@/lib/core/context'
import { fromPostgres, type PostgresFailure } from '@/lib/core/errors'
import { writtenInstant } from '@/lib/core/written-time'
import {
  type MaintenancePeriod,
  type MaintenanceRecord,
  type MaintenanceResult,
  type MaintenanceStart,
  type NewMaintenance,
  type PeriodCheck,
  Way,
} from '@/lib/fleet/maintenance/schema'

/**
 * Plans work on a vehicle. A period keeps it from customers at once; provisional bookings change their vehicle for it.
 * @throws AppError `vehicle_occupied` with `conflicts` · `vehicle_retired` · `not_found` · `invalid_period` · `period_in_past` ·
 * `maintenance_without_date`
 */
export async function planMaintenance(ctx: CompanyContext, input: NewMaintenance): Promise<Way> {
  const { data, error } = await ctx.db.rpc('plan_maintenance', {
    p_vehicle_id: input.vehicleId,
    p_kind: input.kind,
    ...(input.startsAt && { p_starts_at: writtenInstant(ctx, input.startsAt) }),
    ...(input.endsAt && { p_ends_at: writtenInstant(ctx, input.endsAt) }),
    ...(input.dueKm !== null && { p_due_km: input.dueKm }),
    ...(input.workshop && { p_workshop: input.workshop }),
    ...(input.note && { p_note: input.note }),
  })
  await done(ctx, error)
  return Way.parse(data)
}

/**
 * What a period would meet, before anything is written.
 * @throws AppError as `planMaintenance` and `moveMaintenance`, but `vehicle_occupied`
 */
export async function checkPeriod(ctx: CompanyContext, input: PeriodCheck): Promise<Way> {
  const period = {
    p_starts_at: writtenInstant(ctx, input.startsAt),
    p_ends_at: writtenInstant(ctx, input.endsAt),
  }
  const { data, error } = input.id
    ? await ctx.db.rpc('move_maintenance', { p_maintenance_id: input.id, ...period, p_dry_run: true })
    : await ctx.db.rpc('plan_maintenance', {
        p_vehicle_id: input.vehicleId,
        p_kind: 'other',
        ...period,
        p_dry_run: true,
      })
  if (error) throw fromPostgres(error)
  return Way.parse(data)
}

/**
 * Gives planned work another period, or work under way another end.
 * @throws AppError `vehicle_occupied` with `conflicts` · `changed_meanwhile` · `invalid_transition` · `not_found` ·
 * `invalid_period` · `period_in_past`
 */
export async function moveMaintenance(ctx: CompanyContext, input: MaintenancePeriod): Promise<Way> {
  const { data, error } = await ctx.db.rpc('move_maintenance', {
    p_maintenance_id: input.id,
    // Null, not absent: without the argument the function would not be found.
    p_starts_at: (input.startsAt && writtenInstant(ctx, input.startsAt)) as string,
    p_ends_at: writtenInstant(ctx, input.endsAt),
    ...(input.seenAt && { p_seen_at: input.seenAt }),
  })
  await done(ctx, error)
  return Way.parse(data)
}

/**
 * Takes the vehicle to the workshop now.
 * @throws AppError `vehicle_occupied` with `conflicts` · `vehicle_rented` · `vehicle_in_workshop` · `invalid_transition` · `invalid_period`
 */
export async function startMaintenance(ctx: CompanyContext, input: MaintenanceStart): Promise<void> {
  const { error } = await ctx.db.rpc('start_maintenance', {
    p_maintenance_id: input.id,
    ...(input.endsAt && { p_ends_at: writtenInstant(ctx, input.endsAt) }),
  })
  await done(ctx, error)
}

/**
 * The work is done and the vehicle is back.
 * @throws AppError `invalid_transition` · `changed_meanwhile` · `odometer_backwards` · `not_found`
 */
export async function finishMaintenance(ctx: CompanyContext, input: MaintenanceResult): Promise<void> {
  const { error } = await ctx.db.rpc('finish_maintenance', {
    p_maintenance_id: input.id,
    ...(input.costRappen !== null && { p_cost_rappen: input.costRappen }),
    ...(input.odometerKm !== null && { p_odometer_km: input.odometerKm }),
    ...(input.note && { p_note: input.note }),
    ...(input.nextDueOn && { p_next_due_on: input.nextDueOn }),
  })
  await done(ctx, error)
}

/**
 * Calls work off; the vehicle is free again.
 * @throws AppError `invalid_transition` · `not_found`
 */
export async function cancelMaintenance(ctx: CompanyContext, { id }: { id: string }): Promise<void> {
  const { error } = await ctx.db.rpc('cancel_maintenance', { p_maintenance_id: id })
  await done(ctx, error)
}

/**
 * Enters work that was done without a plan.
 * @throws AppError `done_in_future` · `odometer_backwards` · `vehicle_retired` · `not_found`
 */
export async function recordMaintenance(ctx: CompanyContext, input: MaintenanceRecord): Promise<void> {
  const { error } = await ctx.db.rpc('record_maintenance', {
    p_vehicle_id: input.vehicleId,
    p_kind: input.kind,
    p_done_on: input.doneOn,
    ...(input.costRappen !== null && { p_cost_rappen: input.costRappen }),
    ...(input.odometerKm !== null && { p_odometer_km: input.odometerKm }),
    ...(input.workshop && { p_workshop: input.workshop }),
    ...(input.note && { p_note: input.note }),
    ...(input.nextDueOn && { p_next_due_on: input.nextDueOn }),
  })
  await done(ctx, error)
}

async function done(ctx: CompanyContext, error: PostgresFailure | null): Promise<void> {
  if (error) throw fromPostgres(error)
  await invalidate(ctx.companyId, 'fleet', 'reservations')
}
