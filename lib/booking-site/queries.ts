import { cache } from 'react'
import { z } from 'zod'
import { type Booking, BookingAnswer } from '@/lib/booking-site/booking'
import type { Search } from '@/lib/booking-site/search-state'
import { cachedSearch } from '@/lib/core/cache'
import type { SiteContext } from '@/lib/core/context'
import { instantOf } from '@/lib/core/dates'
import { AppError, fromPostgres } from '@/lib/core/errors'
import { type Offer, OfferAnswer } from '@/lib/core/offers'
import { type Price, PriceAnswer } from '@/lib/core/price'

function periodOf(search: Pick<Search, 'from' | 'to'>, timeZone: string) {
  return {
    p_starts_at: instantOf(search.from, timeZone).toISOString(),
    p_ends_at: instantOf(search.to, timeZone).toISOString(),
  }
}

type Features = Pick<Search, 'seats' | 'transmission' | 'fuel' | 'equipment'>

function featuresOf({ seats, transmission, fuel, equipment }: Features) {
  return {
    ...(seats && { seats }),
    ...(transmission && { transmission }),
    ...(fuel && { fuel }),
    ...(equipment && { equipment }),
  }
}

/** Whether a search asks for more than a free vehicle. */
export function hasFeatures(search: Features): boolean {
  return Object.keys(featuresOf(search)).length > 0
}

/** A birthday that makes somebody so old on the day of the pickup: the price asks for no more than the age. */
function birthDateFor({ from, driverAge }: Search): { p_driver_birth_date?: string } {
  return driverAge === undefined
    ? {}
    : { p_driver_birth_date: `${Number(from.slice(0, 4)) - driverAge}-01-01` }
}

/**
 * Vehicles free for the whole period with their price, cheapest first; with `vehicleId` that one or one just like it.
 * @throws AppError `period_in_past` · `invalid_period`
 */
export async function searchVehicles(
  ctx: SiteContext,
  search: Pick<Search, 'from' | 'to' | 'locationId' | 'categoryId'> & Features,
  vehicleId?: string,
): Promise<Offer[]> {
  const wish = {
    ...periodOf(search, ctx.timeZone),
    ...(search.categoryId && { p_category_id: search.categoryId }),
    ...(search.locationId && { p_location_id: search.locationId }),
    ...(vehicleId && { p_vehicle_id: vehicleId }),
    ...(hasFeatures(search) && { p_features: featuresOf(search) }),
  }
  return cachedSearch(ctx.companyId, `site:${JSON.stringify(wish)}`, async () => {
    const { data, error } = await ctx.db.rpc('search_availability_on_site', {
      p_slug: ctx.company.slug,
      ...wish,
    })
    if (error) throw fromPostgres(error)
    return z.array(OfferAnswer).parse(data)
  })
}

/** The vehicle, or one just like it, if it is free for the period, with its price and without extras; null when others have them all. */
export async function getOffer(ctx: SiteContext, vehicleId: string, search: Search): Promise<Offer | null> {
  const { from, to, equipment } = search
  const [offer] = await searchVehicles(ctx, { from, to, ...(equipment && { equipment }) }, vehicleId)
  return offer ?? null
}

/** The extras of a search as the price and booking functions take them; what the company does not offer is left out. */
export function wantedExtras(
  { company }: Pick<SiteContext, 'company'>,
  { extras }: Pick<Search, 'extras'>,
): { extraId: string; quantity: number }[] {
  return company.extras.flatMap(({ id, code, maxQuantity }) => {
    const quantity = Math.min(extras[code] ?? 0, maxQuantity)
    return quantity > 0 ? [{ extraId: id, quantity }] : []
  })
}

/**
 * The itemised price of a vehicle with the extras of the search.
 * @throws AppError `not_found` · `invalid_period` · `no_rate` · `invalid_promo_code`
 */
export async function priceVehicle(ctx: SiteContext, vehicleId: string, search: Search): Promise<Price> {
  const { data, error } = await ctx.db.rpc('price_reservation_on_site', {
    p_slug: ctx.company.slug,
    p_vehicle_id: vehicleId,
    ...periodOf(search, ctx.timeZone),
    ...(search.promoCode && { p_promo_code: search.promoCode }),
    ...birthDateFor(search),
    p_extras: wantedExtras(ctx, search).map(({ extraId, quantity }) => ({ extra_id: extraId, quantity })),
  })
  if (error) throw fromPostgres(error)
  return PriceAnswer.parse(data)
}

/**
 * The booking behind a private link, read once per request.
 * @throws AppError `not_found` for a wrong or lapsed token
 */
export const getBooking = cache(async (ctx: SiteContext, token: string): Promise<Booking> => {
  const { data, error } = await ctx.db.rpc('booking_by_token', { p_slug: ctx.company.slug, p_token: token })
  if (error) throw fromPostgres(error)
  if (data === null) throw new AppError('not_found')
  return BookingAnswer.parse(data)
})
