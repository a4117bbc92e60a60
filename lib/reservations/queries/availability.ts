import { z } from 'zod'
import { cachedSearch } from '@/lib/core/cache'
import type { CompanyContext } from '@/lib/core/context'
import { instantOf } from '@/lib/core/dates'
import { fromPostgres } from '@/lib/core/errors'
import { type Offer, OfferAnswer } from '@/lib/core/offers'
import { type Price, PriceAnswer, ShortPriceAnswer } from '@/lib/core/price'
import type { Features, WishedExtras, WishedPeriod } from '@/lib/reservations/schema'

const CategoryOfferAnswer = z
  .object({
    category_id: z.string(),
    names: z.record(z.string(), z.string()),
    body_type: z.string(),
    room: z.number(),
    example: z.string(),
    least_seats: z.number(),
    place_id: z.string().nullable(),
    price: ShortPriceAnswer,
  })
  .transform((row) => ({
    categoryId: row.category_id,
    names: row.names,
    bodyType: row.body_type,
    room: row.room,
    example: row.example,
    leastSeats: row.least_seats,
    /** Where its vehicle would come from, when no place was asked for; null when others have to make way. */
    placeId: row.place_id,
    price: row.price,
  }))

/** A category that can be booked for a period; its vehicle is chosen later. */
export type CategoryOffer = z.infer<typeof CategoryOfferAnswer>

type Wish = {
  startsAt: Date
  endsAt: Date
  categoryId?: string | undefined
  locationId?: string | undefined
  features?: Features
}

function narrowing({ categoryId, locationId, features }: Omit<Wish, 'startsAt' | 'endsAt'>) {
  return {
    ...(categoryId && { p_category_id: categoryId }),
    ...(locationId && { p_location_id: locationId }),
    ...(features && { p_features: featuresOf(features) }),
  }
}

/** Only what is named; no equipment at all is no demand. */
function featuresOf({ equipment = [], ...features }: Features) {
  return { ...features, ...(equipment.length > 0 && { equipment }) }
}

const AlternativesAnswer = z.object({
  categories: z.array(CategoryOfferAnswer),
  periods: z.array(
    z
      .object({ starts_at: z.coerce.date(), ends_at: z.coerce.date(), free: z.number() })
      .transform(({ starts_at, ends_at, free }) => ({ startsAt: starts_at, endsAt: ends_at, free })),
  ),
})

/** What else could be had when a search finds nothing. */
export type Alternatives = z.infer<typeof AlternativesAnswer>

/** The instants of a wish; its times are those of the company's clock. */
export function instantsOf(ctx: CompanyContext, { from, to }: Pick<WishedPeriod, 'from' | 'to'>) {
  return { startsAt: instantOf(from, ctx.timeZone), endsAt: instantOf(to, ctx.timeZone) }
}

/**
 * Vehicles free for the whole period, turnaround included, with their price, cheapest first.
 * @throws AppError `invalid_period`
 */
export async function searchAvailability(ctx: CompanyContext, wish: Wish): Promise<Offer[]> {
  const asked = {
    p_starts_at: wish.startsAt.toISOString(),
    p_ends_at: wish.endsAt.toISOString(),
    ...narrowing(wish),
  }
  return cachedSearch(ctx.companyId, `desk:${JSON.stringify(asked)}`, async () => {
    const { data, error } = await ctx.db.rpc('search_availability', asked)
    if (error) throw fromPostgres(error)
    return z.array(OfferAnswer).parse(data)
  })
}

/**
 * Categories that can be booked for the whole period, cheapest first: one that is sold out as it stands, but not when
 * provisional bookings change places, is among them.
 * @throws AppError `invalid_period`
 */
export async function searchCategories(
  ctx: CompanyContext,
  wish: Omit<Wish, 'categoryId'>,
): Promise<CategoryOffer[]> {
  const { data, error } = await ctx.db.rpc('search_categories', {
    p_starts_at: wish.startsAt.toISOString(),
    p_ends_at: wish.endsAt.toISOString(),
    ...narrowing(wish),
  })
  if (error) throw fromPostgres(error)
  return z.array(CategoryOfferAnswer).parse(data)
}

/**
 * Other categories and places in the period, and the wish itself on days before and after.
 * @throws AppError `invalid_period`
 */
export async function searchAlternatives(ctx: CompanyContext, wish: Wish): Promise<Alternatives> {
  const { data, error } = await ctx.db.rpc('search_alternatives', {
    p_starts_at: wish.startsAt.toISOString(),
    p_ends_at: wish.endsAt.toISOString(),
    ...narrowing(wish),
  })
  if (error) throw fromPostgres(error)
  return AlternativesAnswer.parse(data)
}

type PriceWish = {
  vehicleId?: string | undefined
  categoryId?: string | undefined
  startsAt: Date
  endsAt: Date
  extras: WishedExtras
  pickupLocationId?: string | undefined
  returnLocationId?: string | undefined
  promoCode?: string | undefined
  driverBirthDate?: string
}

/**
 * The itemised price of a vehicle or category with extras, and the rules that make it.
 * @throws AppError `not_found` · `invalid_period` · `invalid_extra` · `no_rate` · `invalid_promo_code` · `rental_too_short`
 */
export async function priceReservation(ctx: CompanyContext, wish: PriceWish): Promise<Price> {
  const { data, error } = await ctx.db.rpc('price_reservation', {
    p_starts_at: wish.startsAt.toISOString(),
    p_ends_at: wish.endsAt.toISOString(),
    ...(wish.vehicleId && { p_vehicle_id: wish.vehicleId }),
    ...(wish.categoryId && { p_category_id: wish.categoryId }),
    ...(wish.pickupLocationId && { p_pickup_location_id: wish.pickupLocationId }),
    ...(wish.returnLocationId && { p_return_location_id: wish.returnLocationId }),
    ...(wish.promoCode && { p_promo_code: wish.promoCode }),
    ...(wish.driverBirthDate && { p_driver_birth_date: wish.driverBirthDate }),
    p_extras: wish.extras.map(({ extraId, quantity }) => ({ extra_id: extraId, quantity })),
  })
  if (error) throw fromPostgres(error)
  return PriceAnswer.parse(data)
}
