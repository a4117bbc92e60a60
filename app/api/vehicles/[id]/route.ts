import { apiRoute } from '@/lib/core/route'
import { getVehicle } from '@/lib/fleet/queries/vehicle'

/** One vehicle with its category, place and price list. */
export const GET = apiRoute({ permission: 'fleet.see' }, ({ ctx, params }) =>
  getVehicle(ctx, params.id ?? ''),
)
