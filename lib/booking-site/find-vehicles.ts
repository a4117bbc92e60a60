import { groupOffers, type OfferGroup } from '@/lib/booking-site/offers'
import { hasFeatures, searchVehicles } from '@/lib/booking-site/queries'
import type { Search } from '@/lib/booking-site/search-state'
import { neighbouringPeriods } from '@/lib/booking-site/suggestions'
import type { SiteContext } from '@/lib/core/context'
import { formatDateTime, instantOf } from '@/lib/core/dates'

const MOST_PERIODS = 4

/** A neighbouring period in which something is free. */
type FreePeriod = { search: Search; label: string; count: number; fromRappen: number }

/** What a search finds; `others` and `periods` only when it finds nothing. */
export type Found = { count: number; groups: OfferGroup[]; others: OfferGroup[]; periods: FreePeriod[] }

/**
 * Free vehicles for a search. When there are none: what was looked for on neighbouring days, and those of other classes and places
 * at the wanted time.
 */
export async function findVehicles(ctx: SiteContext, search: Search): Promise<Found> {
  const offers = await searchVehicles(ctx, search)
  if (offers.length > 0) return { count: offers.length, groups: groupOffers(offers), others: [], periods: [] }
  const narrowed = search.categoryId || search.locationId || hasFeatures(search)
  const [others, periods] = await Promise.all([
    narrowed ? searchVehicles(ctx, { from: search.from, to: search.to }) : [],
    freePeriods(ctx, search),
  ])
  return { count: 0, groups: [], others: groupOffers(others), periods }
}

async function freePeriods(ctx: SiteContext, search: Search): Promise<FreePeriod[]> {
  const tried = neighbouringPeriods(search, { now: ctx.now(), timeZone: ctx.timeZone }).map(
    async (period) => {
      const offers = await searchVehicles(ctx, period)
      const cheapest = offers[0]
      if (!cheapest) return []
      const label = `${told(ctx, period.from)} – ${told(ctx, period.to)}`
      return [{ search: period, label, count: offers.length, fromRappen: cheapest.price.totalRappen }]
    },
  )
  return (await Promise.all(tried)).flat().slice(0, MOST_PERIODS)
}

function told({ timeZone, locale }: SiteContext, local: string): string {
  return formatDateTime(instantOf(local, timeZone), { timeZone, locale })
}
