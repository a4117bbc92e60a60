import type { CompanyContext } from '@/lib/core/context'
import { allRows } from '@/lib/supabase/all-rows'

export type VehicleChoice = Awaited<ReturnType<typeof listVehicleChoices>>[number]

/**
 * The vehicles in service, by plate, with what is known of tank and odometer, and whether nothing but their own booking (`of`, a
 * reservation or a contract) occupies them in a period.
 */
export async function listVehicleChoices(
  ctx: CompanyContext,
  { startsAt, endsAt, of }: { startsAt: string; endsAt: string; of: string[] },
) {
  const taken = await allRows((first, last) =>
    ctx.db
      .from('allocations')
      .select('resource_id')
      .eq('company_id', ctx.companyId)
      .eq('active', true)
      .overlaps('period', `[${startsAt},${endsAt})`)
      .not('source_id', 'in', `(${of.join()})`)
      .order('id')
      .range(first, last),
  )
  const occupied = new Set(taken.map(({ resource_id }) => resource_id))
  const rows = await allRows((first, last) =>
    ctx.db
      .from('vehicles')
      .select('id, plate, make, model, odometer_km, fuel_percent')
      .eq('company_id', ctx.companyId)
      .neq('status', 'retired')
      .order('plate')
      .order('id')
      .range(first, last),
  )
  return rows.map(({ id, plate, make, model, odometer_km, fuel_percent }) => ({
    id,
    plate,
    name: `${make} ${model}`,
    odometerKm: odometer_km,
    fuelPercent: fuel_percent,
    isFree: !occupied.has(id),
  }))
}
