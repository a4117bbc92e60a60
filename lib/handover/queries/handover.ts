import type { CompanyContext } from '@/lib/core/context'
import { AppError, fromPostgres } from '@/lib/core/errors'
import type { Damage, Handover, KnownDriver } from '@/lib/handover/handover'
import { toContract, toDamage, toPhoto } from '@/lib/handover/queries/transform'

/**
 * A handover with what is known of contract, driver and vehicle.
 * @throws AppError `not_found`
 */
export async function getHandover(ctx: CompanyContext, id: string): Promise<Handover> {
  const { data, error } = await ctx.db
    .from('handovers')
    .select(
      `id, kind, completed_at,
      contract:contracts(id, number, status, reservation_id, starts_at, ends_at, included_km, extra_km_rappen, currency, price, terms, terms_version,
        customer:customers(id, name, first_name, last_name, birth_date, payment_method_id),
        vehicle:vehicles(id, plate, make, model, odometer_km, fuel_percent, transmission, seats, gross_weight_kg,
          category:vehicle_categories(body_type, licence_category, minimum_licence_years)))`,
    )
    .eq('company_id', ctx.companyId)
    .eq('id', id)
    .maybeSingle()
  if (error) throw fromPostgres(error)
  if (!data) throw new AppError('not_found')
  const { customer, vehicle, ...contract } = data.contract
  const [sides, damages, known] = await Promise.all([
    sidesOf(ctx, contract.id),
    damagesOf(ctx, vehicle.id),
    driversOf(ctx, customer, contract.reservation_id),
  ])
  const own = sides.find((side) => side.id === id)
  const pickup = data.kind === 'return' ? sides.find((side) => side.kind === 'pickup') : undefined
  return {
    id,
    kind: data.kind,
    isCompleted: data.completed_at !== null,
    contract: toContract(contract),
    customer: { name: customer.name, hasCard: customer.payment_method_id !== null },
    ...known,
    vehicle: {
      id: vehicle.id,
      plate: vehicle.plate,
      make: vehicle.make,
      model: vehicle.model,
      bodyType: vehicle.category.body_type,
      odometerKm: vehicle.odometer_km,
      fuelPercent: vehicle.fuel_percent,
      demand: {
        licenceCategory: vehicle.category.licence_category,
        minimumLicenceYears: vehicle.category.minimum_licence_years,
        transmission: vehicle.transmission,
        seats: vehicle.seats,
        grossWeightKg: vehicle.gross_weight_kg,
      },
    },
    photos: own?.photos.filter(isKept).map(toPhoto) ?? [],
    damages: damages.filter((damage) => damage.handoverId === id),
    knownDamages: damages.filter((damage) => damage.handoverId !== id),
    pickup: pickup
      ? {
          handoverId: pickup.id,
          odometerKm: pickup.odometer_km ?? 0,
          fuelPercent: pickup.fuel_percent ?? 0,
          photos: pickup.photos.filter(isKept).map(toPhoto),
        }
      : null,
  }
}

async function sidesOf(ctx: CompanyContext, contractId: string) {
  const { data, error } = await ctx.db
    .from('handovers')
    .select('id, kind, odometer_km, fuel_percent, photos:handover_photos(id, position, taken_at, purged_at)')
    .eq('company_id', ctx.companyId)
    .eq('contract_id', contractId)
    .order('taken_at', { referencedTable: 'photos' })
  if (error) throw fromPostgres(error)
  return data
}

async function damagesOf(
  ctx: CompanyContext,
  vehicleId: string,
): Promise<(Damage & { handoverId: string })[]> {
  const { data, error } = await ctx.db
    .from('damages')
    .select('id, handover_id, view, x, y, kind, severity, note, charge_rappen')
    .eq('company_id', ctx.companyId)
    .eq('vehicle_id', vehicleId)
    .is('resolved_at', null)
    .order('created_at')
    .limit(200)
  if (error) throw fromPostgres(error)
  return data.map((row) => ({ ...toDamage(row), handoverId: row.handover_id }))
}

type KnownCustomer = {
  id: string
  first_name: string | null
  last_name: string | null
  birth_date: string | null
}

/** Everybody who may drive for the customer, whoever was foreseen or drove last first; without any, what the customer said of themselves. */
async function driversOf(
  ctx: CompanyContext,
  customer: KnownCustomer,
  reservationId: string,
): Promise<{ driver: KnownDriver; drivers: KnownDriver[] }> {
  const [drivers, foreseen] = await Promise.all([
    ctx.db
      .from('drivers')
      .select(
        'id, first_name, last_name, birth_date, licence_number, licence_categories, licence_codes, licence_since, licence_expires_on',
      )
      .eq('company_id', ctx.companyId)
      .eq('customer_id', customer.id)
      .eq('active', true)
      .order('verified_at', { ascending: false, nullsFirst: false })
      .limit(50),
    ctx.db
      .from('reservation_accounts')
      .select('driver_id')
      .eq('company_id', ctx.companyId)
      .eq('reservation_id', reservationId)
      .maybeSingle(),
  ])
  if (drivers.error) throw fromPostgres(drivers.error)
  if (foreseen.error) throw fromPostgres(foreseen.error)
  const known = drivers.data.map((row) => ({
    id: row.id,
    firstName: row.first_name,
    lastName: row.last_name,
    birthDate: row.birth_date ?? '',
    licenceNumber: row.licence_number ?? '',
    licenceCategories: row.licence_categories,
    licenceCodes: row.licence_codes.join(', '),
    licenceSince: row.licence_since as Record<string, string>,
    licenceExpiresOn: row.licence_expires_on ?? '',
  }))
  const themselves = {
    id: '',
    firstName: customer.first_name ?? '',
    lastName: customer.last_name ?? '',
    birthDate: customer.birth_date ?? '',
    licenceNumber: '',
    licenceCategories: [],
    licenceCodes: '',
    licenceSince: {},
    licenceExpiresOn: '',
  }
  const wanted = known.find(({ id }) => id === foreseen.data?.driver_id)
  return { driver: wanted ?? known[0] ?? themselves, drivers: known }
}

/** A licence's picture goes after a while; its row stays, because its hash was signed. */
function isKept({ purged_at }: { purged_at: string | null }): boolean {
  return purged_at === null
}
