import type { CompanyContext } from '@/lib/core/context'
import { labelOf } from '@/lib/core/labels'
import { allRows } from '@/lib/supabase/all-rows'

/** A line of the timeline. */
export type TimelineVehicle = { id: string; plate: string; name: string }

/** The vehicles of one category, by plate. */
export type TimelineGroup = { id: string; name: string; vehicles: TimelineVehicle[] }

/** The fleet as the timeline lists it: by category in the company's order; vehicles out of service are left out. */
export async function listTimelineGroups(
  ctx: CompanyContext,
  categoryIds: string[],
): Promise<TimelineGroup[]> {
  const rows = await allRows((first, last) => {
    const query = ctx.db
      .from('vehicles')
      .select(
        'id, plate, make, model, category:vehicle_categories!vehicles_company_id_category_id_fkey(id, names, position)',
      )
      .eq('company_id', ctx.companyId)
      .neq('status', 'retired')
    const narrowed = categoryIds.length > 0 ? query.in('category_id', categoryIds) : query
    return narrowed.order('plate').order('id').range(first, last)
  })
  const groups = Map.groupBy(rows, ({ category }) => category.id)
  return [...groups.values()]
    .map((vehicles) => ({
      category: vehicles[0]?.category,
      vehicles: vehicles.map(({ id, plate, make, model }) => ({ id, plate, name: `${make} ${model}` })),
    }))
    .toSorted((a, b) => (a.category?.position ?? 0) - (b.category?.position ?? 0))
    .map(({ category, vehicles }) => ({
      id: category?.id ?? '',
      name: labelOf(category?.names, ctx.locale),
      vehicles,
    }))
}
