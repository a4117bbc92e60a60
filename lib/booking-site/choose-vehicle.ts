import { getOffer, priceVehicle } from '@/lib/booking-site/queries'
import type { Search } from '@/lib/booking-site/search-state'
import type { SiteContext } from '@/lib/core/context'
import { formatDateTime, instantOf } from '@/lib/core/dates'
import { AppError } from '@/lib/core/errors'
import type { Offer } from '@/lib/core/offers'
import type { Price } from '@/lib/core/price'

/** A vehicle somebody is about to book: what it is, when and where, and its price with the wanted extras. */
export type Choice = {
  /** The vehicle of the address or, when somebody was quicker, one just like it. */
  vehicle: Offer
  pickup: string
  giveBack: string
  price: Price
  promoProblem: AppError | null
}

/** The chosen vehicle while it is free; null when it is not, or not any more. */
export async function chooseVehicle(
  ctx: SiteContext,
  vehicleId: string,
  search: Search,
): Promise<Choice | null> {
  const { timeZone, locale } = ctx
  if (!ctx.company.acceptsBookings) return null
  const vehicle = await getOffer(ctx, vehicleId, search)
  const price = vehicle && (await priceWithPromo(ctx, vehicle.vehicleId, search).catch(nullWhenUnknown))
  if (!vehicle || !price) return null
  const told = (local: string) => formatDateTime(instantOf(local, timeZone), { timeZone, locale })
  return {
    vehicle,
    ...price,
    pickup: `${told(search.from)}, ${vehicle.locationName}`,
    giveBack: `${told(search.to)}, ${vehicle.locationName}`,
  }
}

/** A code that does not hold leaves the price without it, and is said to. */
async function priceWithPromo(ctx: SiteContext, vehicleId: string, search: Search) {
  try {
    return { price: await priceVehicle(ctx, vehicleId, search), promoProblem: null }
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'invalid_promo_code') throw error
    const { promoCode: _, ...without } = search
    return { price: await priceVehicle(ctx, vehicleId, without), promoProblem: error }
  }
}

function nullWhenUnknown(error: unknown): null {
  if (error instanceof AppError && !error.isFault) return null
  throw error
}
