import { apiRoute } from '@/lib/core/route'
import { searchCategories } from '@/lib/reservations/queries/availability'
import { AvailabilityQuery } from '@/lib/reservations/schema'

/** Categories that can be booked from `from` to `to`, with price, an example and how many are left. */
export const GET = apiRoute(
  { query: AvailabilityQuery, permission: 'reservations.see', recent: true },
  ({ ctx, query: { from, to, category: _all, location, ...features } }) =>
    searchCategories(ctx, {
      startsAt: new Date(from),
      endsAt: new Date(to),

      locationId: location,
      features,
    }),
)
