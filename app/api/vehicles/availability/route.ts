import { apiRoute } from '@/lib/core/route'
import { searchAvailability } from '@/lib/reservations/queries/availability'
import { AvailabilityQuery } from '@/lib/reservations/schema'

/** Vehicles free from `from` to `to` with their price for all of it, cheapest first. */
export const GET = apiRoute(
  { query: AvailabilityQuery, permission: 'reservations.see', recent: true },
  ({ ctx, query: { from, to, category, location, ...features } }) =>
    searchAvailability(ctx, {
      startsAt: new Date(from),
      endsAt: new Date(to),
      categoryId: category,
      locationId: location,
      features,
    }),
)
