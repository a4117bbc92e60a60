import { getOffer } from '@/lib/booking-site/queries'
import type { Query, Search } from '@/lib/booking-site/search-state'
import type { SiteContext } from '@/lib/core/context'

/** More than three do not fit a phone side by side. */
export const MOST_COMPARED = 3
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The vehicles an address wants compared: each once, the first three of them. */
export function parseCompared(query: Query): string[] {
  const wanted = [query.vehicle ?? []].flat().filter((id) => UUID.test(id))
  return [...new Set(wanted)].slice(0, MOST_COMPARED)
}

/** Those of the wanted vehicles that are free, or one just like them, with their price; in the order they were chosen. */
export async function compareVehicles(ctx: SiteContext, vehicleIds: string[], search: Search) {
  const offers = await Promise.all(vehicleIds.map((id) => getOffer(ctx, id, search)))
  const known = new Set<string>()
  return offers.flatMap((offer) => {
    if (!offer || known.has(offer.vehicleId)) return []
    known.add(offer.vehicleId)
    return [offer]
  })
}
