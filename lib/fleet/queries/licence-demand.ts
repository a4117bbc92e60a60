import type { CompanyContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'

/** What a vehicle, or any of a category, demands of whoever drives it; null when there is no such thing. */
export async function getLicenceDemand(
  ctx: CompanyContext,
  { vehicleId, categoryId }: { vehicleId?: string; categoryId?: string },
) {
  let query = ctx.db
    .from('vehicles')
    .select(
      `transmission, seats, gross_weight_kg, minimum_age,
      category:vehicle_categories!vehicles_company_id_category_id_fkey(minimum_age, licence_category, minimum_licence_years)`,
    )
    .eq('company_id', ctx.companyId)
    .neq('status', 'retired')
  // Which vehicle of a category comes is open: one with an automatic gearbox is shown to those who need it.
  query = vehicleId ? query.eq('id', vehicleId) : query.eq('category_id', categoryId ?? '')
  const { data, error } = await query.order('transmission', { ascending: false }).limit(1).maybeSingle()
  if (error) throw fromPostgres(error)
  return (
    data && {
      minimumAge: data.minimum_age ?? data.category.minimum_age,
      licenceCategory: data.category.licence_category,
      minimumLicenceYears: data.category.minimum_licence_years,
      transmission: data.transmission as string,
      seats: data.seats,
      grossWeightKg: data.gross_weight_kg,
    }
  )
}
