import { VehiclePhoto } from '@/lib/core/brand-pictures'
import type { CompanyContext } from '@/lib/core/context'
import { AppError, fromPostgres } from '@/lib/core/errors'
import { isUuid } from '@/lib/core/ids'

/** A vehicle with everything its page tells. */
export type VehicleDetail = ReturnType<typeof toDetail>

/** A price list: of one vehicle, or of its category where the vehicle has none of its own. */
export type Rate = ReturnType<typeof toRate>

/** A damage that is carried from rental to rental until it is repaired. */
export type KnownDamage = {
  id: string
  view: string
  kind: string
  severity: string
  note: string | null
  foundAt: string
  /** The case it belongs to. */
  case: { id: string; number: string } | null
}

/**
 * One vehicle with its category, place and price list.
 * @throws AppError `not_found`
 */
export async function getVehicle(ctx: CompanyContext, id: string): Promise<VehicleDetail> {
  if (!isUuid(id)) throw new AppError('not_found')
  const { data, error } = await selectVehicle(ctx, id)
  if (error) throw fromPostgres(error)
  if (!data) throw new AppError('not_found')
  return toDetail(data)
}

/** The photo customers see of a vehicle's model; null without one. */
export async function getModelPhoto(
  ctx: CompanyContext,
  { make, model }: Pick<VehicleDetail, 'make' | 'model'>,
): Promise<VehiclePhoto | null> {
  const { data, error } = await ctx.db
    .from('model_photos')
    .select('company_id, file, width, height')
    .match({ company_id: ctx.companyId, make, model })
    .maybeSingle()
  if (error) throw fromPostgres(error)
  return data && VehiclePhoto.parse(data)
}

/** Damages of a vehicle that are not repaired yet, the newest first. */
export async function listKnownDamages(ctx: CompanyContext, vehicleId: string): Promise<KnownDamage[]> {
  const { data, error } = await ctx.db
    .from('damages')
    .select(
      'id, view, kind, severity, note, created_at, case:damage_cases!damages_company_id_case_id_fkey(id, number)',
    )
    .eq('company_id', ctx.companyId)
    .eq('vehicle_id', vehicleId)
    .is('resolved_at', null)
    .order('created_at', { ascending: false })
    .limit(100)
  if (error) throw fromPostgres(error)
  return data.map(({ created_at, ...damage }) => ({ ...damage, foundAt: created_at }))
}

function selectVehicle(ctx: CompanyContext, id: string) {
  return ctx.db
    .from('vehicles')
    .select(
      `*, category:vehicle_categories!vehicles_company_id_category_id_fkey(id, names, body_type, minimum_age,
        security_deposit_rappen, buffer_minutes, rates!rates_company_id_category_id_fkey(*)),
      location:locations!vehicles_company_id_location_id_fkey(id, name), rates!rates_company_id_vehicle_id_fkey(*)`,
    )
    .eq('company_id', ctx.companyId)
    .eq('id', id)
    .maybeSingle()
}

type SelectedVehicle = NonNullable<Awaited<ReturnType<typeof selectVehicle>>['data']>
type SelectedRate = SelectedVehicle['rates'][number]

function toDetail(row: SelectedVehicle) {
  const categoryRate = row.category.rates.find(({ vehicle_id }) => vehicle_id === null)
  return {
    id: row.id,
    updatedAt: row.updated_at,
    plate: row.plate,
    vin: row.vin,
    make: row.make,
    model: row.model,
    modelYear: row.model_year,
    color: row.color,
    fuel: row.fuel,
    transmission: row.transmission,
    seats: row.seats,
    grossWeightKg: row.gross_weight_kg,
    tankLitres: row.tank_litres,
    odometerKm: row.odometer_km,
    fuelPercent: row.fuel_percent,
    inspectionDueOn: row.inspection_due_on,
    serviceIntervalKm: row.service_interval_km,
    serviceIntervalMonths: row.service_interval_months,
    nextServiceKm: row.next_service_km,
    nextServiceOn: row.next_service_on,
    insurer: row.insurer,
    insurancePolicy: row.insurance_policy,
    insuranceExpiresOn: row.insurance_expires_on,
    retiredAt: row.retired_at,
    retiredReason: row.retired_reason,
    status: row.status,
    minimumAge: row.minimum_age,
    securityDepositRappen: row.security_deposit_rappen,
    equipment: row.equipment,
    location: row.location,
    category: {
      id: row.category.id,
      names: row.category.names,
      bodyType: row.category.body_type,
      minimumAge: row.category.minimum_age,
      securityDepositRappen: row.category.security_deposit_rappen,
      bufferMinutes: row.category.buffer_minutes,
    },
    ownRate: row.rates[0] ? toRate(row.rates[0]) : null,
    categoryRate: categoryRate ? toRate(categoryRate) : null,
  }
}

/** A row of `rates` as screens use it. */
export function toRate(row: SelectedRate) {
  return {
    id: row.id,
    updatedAt: row.updated_at,
    vehicleId: row.vehicle_id,
    categoryId: row.category_id,
    hourlyRappen: row.hourly_rappen,
    dailyRappen: row.daily_rappen,
    weeklyRappen: row.weekly_rappen,
    monthlyRappen: row.monthly_rappen,
    includedKmPerDay: row.included_km_per_day,
    extraKmRappen: row.extra_km_rappen,
  }
}
