import { searchVehicles } from '@/lib/booking-site/queries'
import type { Search } from '@/lib/booking-site/search-state'
import { cached } from '@/lib/core/cache'
import type { SiteContext } from '@/lib/core/context'

/** What a category costs a day in a period, from; null when nothing of it is free then. */
export type CategoryOffer = { categoryId: string; perDayRappen: number | null }

const SECONDS = 600

/**
 * Each category's lowest price a day in the suggested period, for search engines: what they show is hours old anyway, so
 * ten minutes are fresh, and prices that change are known at once.
 */
export function categoryOffers(
  ctx: SiteContext,
  period: Pick<Search, 'from' | 'to'>,
): Promise<CategoryOffer[]> {
  return cached(
    {
      companyId: ctx.companyId,
      key: `category-offers:${period.from}:${period.to}`,
      areas: ['settings', 'fleet'],
      seconds: SECONDS,
    },
    async () => {
      const offers = await searchVehicles(ctx, period)
      return ctx.company.categories.map(({ id }) => {
        const prices = offers
          .filter(({ categoryId }) => categoryId === id)
          .map(({ price }) => Math.round(price.totalRappen / price.days))
        return { categoryId: id, perDayRappen: prices.length > 0 ? Math.min(...prices) : null }
      })
    },
  )
}
