import { apiRoute } from '@/lib/core/route'
import { findBeyond } from '@/lib/timeline/queries'
import { BeyondQuery } from '@/lib/timeline/schema'

/** Rentals that are what somebody types and lie outside a stretch of time: `?q=&from=&to=`. */
export const GET = apiRoute(
  { query: BeyondQuery, permission: 'reservations.see', recent: true },
  ({ ctx, query }) => findBeyond(ctx, query),
)
