import type { CompanyContext } from '@/lib/core/context'
import { allRows } from '@/lib/supabase/all-rows'

export type VehicleChoice = Awaited<ReturnType<typeof listVehicleChoices>>[number]

/** The vehicles in service, by plate, with what is known of tank and odometer. */
export async function listVehicleChoices(ctx: CompanyContext) {
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
  }))
}
