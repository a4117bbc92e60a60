import { apiRoute } from '@/lib/core/route'
import { searchAlternatives } from '@/lib/reservations/queries/availability'
import { AvailabilityQuery } from '@/lib/reservations/schema'

/** What else could be had when a search finds nothing: other categories, and the same length on days nearby. */
export const GET = apiRoute(
  { query: AvailabilityQuery, permission: 'reservations.see', recent: true },
  ({ ctx, query: { from, to, category, location, ...features } }) =>
    searchAlternatives(ctx, {
      startsAt: new Date(from),
      endsAt: new Date(to),
      categoryId: category,
      locationId: location,
      features,
    }),
)
