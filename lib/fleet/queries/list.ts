import { z } from 'zod'
import type { CompanyContext } from '@/lib/core/context'
import type { Page } from '@/lib/core/cursor'
import { readPlate } from '@/lib/fleet/plate'
import { VEHICLE_STATUSES, type VehicleFilters } from '@/lib/fleet/schema'
import { arrayLiteral, searchWords } from '@/lib/supabase/filters'
import { type List, readPage } from '@/lib/supabase/lists'

const Row = z
  .object({
    id: z.string(),
    plate: z.string(),
    make: z.string(),
    model: z.string(),
    model_year: z.number(),
    odometer_km: z.number(),
    fuel_percent: z.number(),
    status: z.enum(VEHICLE_STATUSES),
    tags: z.array(z.string()),
    inspection_due_on: z.string(),
    category_id: z.string(),
    category_names: z.record(z.string(), z.string()),
    location_id: z.string(),
    location_name: z.string(),
    daily_rappen: z.number(),
  })
  .transform((row) => ({
    id: row.id,
    plate: row.plate,
    make: row.make,
    model: row.model,
    modelYear: row.model_year,
    odometerKm: row.odometer_km,
    fuelPercent: row.fuel_percent,
    status: row.status,
    tags: row.tags,
    // The view says infinity where nothing is due, so that the list can be cut there.
    inspectionDueOn: row.inspection_due_on === 'infinity' ? null : row.inspection_due_on,
    category: { id: row.category_id, names: row.category_names },
    location: { id: row.location_id, name: row.location_name },
    dailyRappen: row.daily_rappen || null,
  }))

/** A row of the fleet list. */
export type VehicleRow = z.output<typeof Row>

const COLUMNS = [
  ...(['plate', 'vehicle', 'category', 'location', 'status'] as const),
  ...(['odometer', 'fuel', 'inspection', 'daily', 'tags'] as const),
] as const
export type VehicleColumn = (typeof COLUMNS)[number]

/** Vehicles in the order of their plates. */
export const vehicleList: List<VehicleFilters, VehicleRow, VehicleColumn> = {
  name: 'vehicles',
  columns: COLUMNS,
  shown: ['plate', 'vehicle', 'category', 'location', 'status', 'odometer', 'fuel', 'inspection', 'daily'],
  sorts: {
    plate: 'plate',
    vehicle: 'make',
    category: 'category_name',
    location: 'location_name',
    status: 'status',
    odometer: 'odometer_km',
    fuel: 'fuel_percent',
    inspection: 'inspection_due_on',
    daily: 'daily_rappen',
  },
  usualOrder: () => 'plate',
  words: wordsOf,
  row: Row,
  select: (ctx, filters) => selectMatching(ctx, filters),
}

export function listVehicles(
  ctx: CompanyContext,
  filters: VehicleFilters,
  limit?: number,
): Promise<Page<VehicleRow>> {
  return readPage(vehicleList, ctx, filters, limit)
}

/** A whole plate is one word however it is typed; anything else is searched word by word. */
function wordsOf(text: string): string[] {
  const reading = readPlate(text)
  return 'plate' in reading ? [reading.plate] : searchWords(text)
}

function selectMatching(ctx: CompanyContext, filters: VehicleFilters) {
  let query = ctx.db.from('vehicle_list').select('*').eq('company_id', ctx.companyId)
  if (filters.id.length > 0) query = query.in('id', filters.id)
  if (filters.status.length > 0) query = query.in('status', filters.status)
  if (filters.category.length > 0) query = query.in('category_id', filters.category)
  if (filters.location.length > 0) query = query.in('location_id', filters.location)
  if (filters.tag.length > 0) query = query.overlaps('tags', arrayLiteral(filters.tag))
  return query
}
