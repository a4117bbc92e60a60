import { apiRoute } from '@/lib/core/route'
import { searchEverything } from '@/lib/search/queries'
import { SearchQuery } from '@/lib/search/schema'

/** Finds customers, vehicles, reservations, contracts and invoices: `?q=`. */
export const GET = apiRoute(
  { query: SearchQuery, permission: 'reservations.see', recent: true },
  ({ ctx, query }) => searchEverything(ctx, query),
)
