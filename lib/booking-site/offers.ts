import { z } from 'zod'
import { ShortPriceAnswer } from '@/lib/booking-site/price'
import { EQUIPMENT } from '@/lib/core/equipment'

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
    equipment: z.array(z.enum(EQUIPMENT)),
    category_id: z.string(),
    category_names: z.record(z.string(), z.string()),
    body_type: z.string(),
    location_id: z.string(),
    location_name: z.string(),
    licence_category: z.string(),
    minimum_licence_years: z.number().int(),
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
    equipment: row.equipment,
    categoryId: row.category_id,
    categoryNames: row.category_names,
    bodyType: row.body_type,
    locationId: row.location_id,
    locationName: row.location_name,
    licence: { category: row.licence_category, years: row.minimum_licence_years },
    price: row.price,
  }))

/** A free vehicle with its price for the period. */
export type Offer = z.infer<typeof OfferAnswer>

/** A place where a card's vehicle can be picked up: how many there are, and one of them. */
type OfferPlace = { locationId: string; name: string; available: number; vehicleId: string }

/** A card of the results: a model at a price counts once, wherever it can be picked up. */
export type OfferGroup = { offer: Offer; available: number; places: OfferPlace[] }

/** Puts vehicles of the same class, model, equipment and price together, in the order of the search. */
export function groupOffers(offers: Offer[]): OfferGroup[] {
  const groups = new Map<string, OfferGroup>()
  for (const offer of offers) {
    const { make, model, seats, fuel, transmission, equipment, categoryId, price } = offer
    const alike = [make, model, seats, fuel, transmission, equipment, categoryId, price.totalRappen]
    const key = JSON.stringify(alike)
    const group = groups.get(key) ?? { offer, available: 0, places: [] }
    groups.set(key, { ...group, available: group.available + 1, places: withPlaceOf(group.places, offer) })
  }
  return [...groups.values()]
}

function withPlaceOf(places: OfferPlace[], { locationId, locationName, vehicleId }: Offer): OfferPlace[] {
  const known = places.some((place) => place.locationId === locationId)
  if (!known) return [...places, { locationId, name: locationName, available: 1, vehicleId }]
  return places.map((place) =>
    place.locationId === locationId ? { ...place, available: place.available + 1 } : place,
  )
}
