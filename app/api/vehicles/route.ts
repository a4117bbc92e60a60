import { apiRoute } from '@/lib/core/route'
import { listVehicles } from '@/lib/fleet/queries/list'
import { VehicleFilters } from '@/lib/fleet/schema'

/** The fleet, a page at a time: `?q=&status=&category=&location=&after=`. */
export const GET = apiRoute({ query: VehicleFilters, permission: 'fleet.see' }, ({ ctx, query }) =>
  listVehicles(ctx, query),
)
