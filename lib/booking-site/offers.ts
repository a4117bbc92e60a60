import { z } from 'zod'
import { ShortPriceAnswer } from '@/lib/booking-site/price'

/** Reads one free vehicle of the availability search. */
export const OfferAnswer = z
  .object({
    vehicle_id: z.string(),
    make: z.string(),
    model: z.string(),
    model_year: z.number(),
    seats: z.number(),
    fuel: z.string(),
    transmission: z.string(),
    category_id: z.string(),
    category_names: z.record(z.string(), z.string()),
    body_type: z.string(),
    location_id: z.string(),
    location_name: z.string(),
    price: ShortPriceAnswer,
  })
  .transform((row) => ({
    vehicleId: row.vehicle_id,
    make: row.make,
    model: row.model,
    modelYear: row.model_year,
    seats: row.seats,
    fuel: row.fuel,
    transmission: row.transmission,
    categoryId: row.category_id,
    categoryNames: row.category_names,
    bodyType: row.body_type,
    locationId: row.location_id,
    locationName: row.location_name,
    price: row.price,
  }))

/** A free vehicle with its price for the period. */
export type Offer = z.infer<typeof OfferAnswer>

/** A card of the results: vehicles a customer cannot tell apart count as one. */
export type OfferGroup = { offer: Offer; available: number }

/** Puts vehicles of the same model, equipment, place and price together, in the order of the search. */
export function groupOffers(offers: Offer[]): OfferGroup[] {
  const groups = new Map<string, OfferGroup>()
  for (const offer of offers) {
    const { make, model, seats, fuel, transmission, categoryId, locationId, price } = offer
    const key = JSON.stringify([
      make,
      model,
      seats,
      fuel,
      transmission,
      categoryId,
      locationId,
      price.totalRappen,
    ])
    const group = groups.get(key)
    if (group) group.available += 1
    else groups.set(key, { offer, available: 1 })
  }
  return [...groups.values()]
}
