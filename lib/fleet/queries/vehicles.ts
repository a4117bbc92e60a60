import type { CompanyContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'
import { readPlate } from '@/lib/fleet/plate'
import { listCategories } from '@/lib/fleet/queries/catalogue'
import { type Rate, toRate } from '@/lib/fleet/queries/vehicle'
import type { VehicleFilters } from '@/lib/fleet/schema'
import { allOf, anyContains, arrayLiteral, searchWords } from '@/lib/supabase/filters'

const SEARCHED = ['plate', 'make', 'model', 'vin'] as const
const BATCH = 1_000

/** A vehicle as a file of the fleet has it. */
export type FleetRow = ReturnType<typeof toRow>

/** Vehicles in the order of their plates, narrowed as the list is, a batch at a time. */
export async function* readFleet(ctx: CompanyContext, filters: VehicleFilters): AsyncGenerator<FleetRow[]> {
  const categoryRates = new Map((await listCategories(ctx)).map(({ id, rate }) => [id, rate]))
  for (let from = 0; ; from += BATCH) {
    const { data, error } = await selectMatching(ctx, filters)
      .order('plate')
      .range(from, from + BATCH - 1)
    if (error) throw fromPostgres(error)
    yield data.map((row) => toRow(row, categoryRates.get(row.category.id) ?? null))
    if (data.length < BATCH) return
  }
}

/** How many vehicles the company has, whatever their state. */
export async function countVehicles(ctx: CompanyContext): Promise<number> {
  const { count, error } = await ctx.db
    .from('vehicles')
    .select('id', { count: 'exact', head: true })
    .eq('company_id', ctx.companyId)
  if (error) throw fromPostgres(error)
  return count ?? 0
}

function selectMatching(ctx: CompanyContext, filters: VehicleFilters) {
  let query = selectVehicles(ctx)
  if (filters.status.length > 0) query = query.in('status', filters.status)
  if (filters.id.length > 0) query = query.in('id', filters.id)
  if (filters.category.length > 0) query = query.in('category_id', filters.category)
  if (filters.location.length > 0) query = query.in('location_id', filters.location)
  if (filters.tag.length > 0) query = query.overlaps('tags', arrayLiteral(filters.tag))
  const words = wordsOf(filters.q)
  return words.length > 0 ? query.or(allOf(words.map((word) => anyContains(SEARCHED, word)))) : query
}

/** A whole plate is one word however it is typed; anything else is searched word by word. */
function wordsOf(text: string): string[] {
  const reading = readPlate(text)
  return 'plate' in reading ? [reading.plate] : searchWords(text)
}

function selectVehicles(ctx: CompanyContext) {
  return ctx.db
    .from('vehicles')
    .select(
      `id, plate, vin, make, model, model_year, color, fuel, transmission, seats, odometer_km, fuel_percent, tank_litres, status,
      inspection_due_on, minimum_age, security_deposit_rappen, equipment,
      category:vehicle_categories!vehicles_company_id_category_id_fkey(id, names, import_name, body_type, position), location:locations!vehicles_company_id_location_id_fkey(id, name),
      rates!rates_company_id_vehicle_id_fkey(*)`,
    )
    .eq('company_id', ctx.companyId)
}

type SelectedVehicle = NonNullable<Awaited<ReturnType<typeof selectVehicles>>['data']>[number]

function toRow(row: SelectedVehicle, categoryRate: Rate | null) {
  const [own] = row.rates
  return {
    id: row.id,
    plate: row.plate,
    vin: row.vin,
    make: row.make,
    model: row.model,
    modelYear: row.model_year,
    color: row.color,
    fuel: row.fuel,
    transmission: row.transmission,
    seats: row.seats,
    odometerKm: row.odometer_km,
    fuelPercent: row.fuel_percent,
    tankLitres: row.tank_litres,
    status: row.status,
    inspectionDueOn: row.inspection_due_on,
    minimumAge: row.minimum_age,
    securityDepositRappen: row.security_deposit_rappen,
    equipment: row.equipment,
    category: {
      id: row.category.id,
      names: row.category.names,
      importName: row.category.import_name,
      bodyType: row.category.body_type,
      position: row.category.position,
    },
    location: row.location,
    rate: own ? toRate(own) : categoryRate,
  }
}
