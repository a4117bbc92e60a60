import { apiRoute } from '@/lib/core/route'
import { getTimeline } from '@/lib/timeline/queries'
import { TimelineQuery } from '@/lib/timeline/schema'

/** What occupies the fleet in the three months around `?at=2026-11-21`. */
export const GET = apiRoute(
  { query: TimelineQuery, permission: 'reservations.see', recent: true },
  ({ ctx, query }) => getTimeline(ctx, query.at),
)
