import { invalidate } from '@/lib/core/cache'
import type { CompanyContext } from '@/lib/core/context'
import { AppError, fromPostgres, type PostgresFailure } from '@/lib/core/errors'
import { namesOf } from '@/lib/core/name-fields'
import type { CategoryChange, ExtraChange, RateChange, VehicleChange } from '@/lib/fleet/schema'
import { asSeen, whyNotMet } from '@/lib/supabase/as-seen'

/**
 * Corrects what is known of a vehicle.
 * @throws AppError `not_found` · `changed_meanwhile` · `already_exists` when another vehicle has the plate ·
 *   `equipment_promised` with the reservations that asked for what it no longer has
 */
export async function updateVehicle(ctx: CompanyContext, change: VehicleChange): Promise<void> {
  const changed = await ctx.db
    .from('vehicles')
    .update({
      plate: change.plate,
      category_id: change.categoryId,
      location_id: change.locationId,
      make: change.make,
      model: change.model,
      color: change.color,
      seats: change.seats,
      gross_weight_kg: change.grossWeightKg,
      tank_litres: change.tankLitres,
      fuel_percent: change.fuelPercent,
      inspection_due_on: change.inspectionDueOn,
      service_interval_km: change.serviceIntervalKm,
      service_interval_months: change.serviceIntervalMonths,
      next_service_km: change.nextServiceKm,
      next_service_on: change.nextServiceOn,
      insurer: change.insurer,
      insurance_policy: change.insurancePolicy,
      insurance_expires_on: change.insuranceExpiresOn,
      minimum_age: change.minimumAge,
      security_deposit_rappen: change.securityDepositRappen,
      equipment: change.equipment,
    })
    .match(asSeen(ctx, change))
    .select('id')
  await done(ctx, changed, () => whyNotMet(ctx, 'vehicles', change))
}

/**
 * Changes a price list, with `forAll` also for the vehicles of the category that had prices of their own. Reservations
 * keep the price they were made at.
 * @throws AppError `not_found` · `changed_meanwhile`
 */
export async function updateRate(ctx: CompanyContext, change: RateChange): Promise<void> {
  const changed = await ctx.db
    .from('rates')
    .update({
      hourly_rappen: change.hourlyRappen,
      daily_rappen: change.dailyRappen,
      weekly_rappen: change.weeklyRappen,
      monthly_rappen: change.monthlyRappen,
      included_km_per_day: change.includedKmPerDay,
      extra_km_rappen: change.extraKmRappen,
    })
    .match(asSeen(ctx, change))
    .select('id, category_id, vehicle_id')
  const rate = changed.data?.[0]
  if (change.forAll && rate?.vehicle_id === null) await removeOwnRates(ctx, rate.category_id)
  await done(ctx, changed, () => whyNotMet(ctx, 'rates', change))
}

async function removeOwnRates(ctx: CompanyContext, categoryId: string): Promise<void> {
  const { error } = await ctx.db.rpc('remove_price_rule', { p_kind: 'own_rates', p_id: categoryId })
  const failure = error && fromPostgres(error)
  // Nobody has prices of their own any more: that is what was wanted.
  if (failure && failure.code !== 'not_found') throw failure
}

/**
 * Changes what holds for a whole category.
 * @throws AppError `not_found` · `changed_meanwhile`
 */
export async function updateCategory(ctx: CompanyContext, change: CategoryChange): Promise<void> {
  const changed = await ctx.db
    .from('vehicle_categories')
    .update({
      names: namesOf(change),
      body_type: change.bodyType,
      minimum_age: change.minimumAge,
      security_deposit_rappen: change.securityDepositRappen,
      excess_rappen: change.excessRappen,
      buffer_minutes: change.bufferMinutes,
      licence_category: change.licenceCategory,
      minimum_licence_years: change.minimumLicenceYears,
      minimum_days: change.minimumDays,
      maximum_days: change.maximumDays,
      ...offeredLater(change),
    })
    .match(asSeen(ctx, change))
    .select('id')
  await done(ctx, changed, () => whyNotMet(ctx, 'vehicle_categories', change))
}

/**
 * Changes an extra, or puts a new one on offer.
 * @throws AppError `not_found` · `changed_meanwhile`
 */
export async function saveExtra(ctx: CompanyContext, { id, ...change }: ExtraChange): Promise<void> {
  if (!id) return addExtra(ctx, change)
  const changed = await ctx.db
    .from('extras')
    .update({
      names: namesOf(change),
      charge: change.charge,
      price_rappen: change.priceRappen,
      cap_rappen: change.capRappen,
      excess_rappen: change.excessRappen,
      max_quantity: change.maxQuantity,
      stock: change.stock,
      for_driver: change.forDriver,
      ...offeredLater(change),
      active: change.active,
    })
    .match(asSeen(ctx, { id, seenAt: change.seenAt }))
    .select('id')
  await done(ctx, changed, () => whyNotMet(ctx, 'extras', { id, seenAt: change.seenAt }))
}

async function addExtra(ctx: CompanyContext, extra: Omit<ExtraChange, 'id'>): Promise<void> {
  const added = await ctx.db
    .from('extras')
    .insert({
      company_id: ctx.companyId,
      // Addresses of the booking site name extras by code; it is made once and never shown.
      code: `extra_${crypto.randomUUID().replaceAll('-', '').slice(0, 12)}`,
      names: namesOf(extra),
      charge: extra.charge,
      price_rappen: extra.priceRappen,
      cap_rappen: extra.capRappen,
      excess_rappen: extra.excessRappen,
      max_quantity: extra.maxQuantity,
      stock: extra.stock,
      for_driver: extra.forDriver,
      ...offeredLater(extra),
      position: 100,
    })
    .select('id')
  await done(ctx, added)
}

function offeredLater({ later }: Pick<ExtraChange, 'later'>) {
  return { offered_later: later !== 'no', needs_approval: later === 'on_request' }
}

/**
 * A washed vehicle goes back on offer.
 * @throws AppError `not_found` when it was not being cleaned
 */
export async function markVehicleReady(ctx: CompanyContext, { id }: { id: string }): Promise<void> {
  const { error } = await ctx.db.rpc('mark_vehicle_ready', { p_vehicle_id: id })
  if (error) throw fromPostgres(error)
  await invalidate(ctx.companyId, 'fleet')
}

async function done(
  ctx: CompanyContext,
  { data, error }: { data: unknown[] | null; error: PostgresFailure | null },
  whyNone: () => Promise<AppError> = async () => new AppError('not_found'),
): Promise<void> {
  if (error) throw fromPostgres(error)
  if (!data?.length) throw await whyNone()
  await invalidate(ctx.companyId, 'fleet')
}
