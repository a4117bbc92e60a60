import type { Offer } from '@/lib/core/offers'

/** A place where a card's vehicle can be picked up: how many there are, and one of them. */
type OfferPlace = { locationId: string; name: string; available: number; vehicleId: string }

/** A card of the results: a model at a price counts once, wherever it can be picked up. `isLast`: of several of its category it is the only one left. */
export type OfferGroup = { offer: Offer; available: number; isLast: boolean; places: OfferPlace[] }

/** Puts vehicles of the same class, model, equipment and price together, in the order of the search. */
export function groupOffers(offers: Offer[]): OfferGroup[] {
  const groups = new Map<string, OfferGroup>()
  const left = new Map<string, number>()
  for (const { categoryId } of offers) left.set(categoryId, (left.get(categoryId) ?? 0) + 1)
  for (const offer of offers) {
    const { make, model, seats, fuel, transmission, equipment, categoryId, price } = offer
    const alike = [make, model, seats, fuel, transmission, equipment, categoryId, price.totalRappen]
    const key = JSON.stringify(alike)
    const isLast = left.get(categoryId) === 1 && offer.categorySize > 1
    const group = groups.get(key) ?? { offer, available: 0, isLast, places: [] }
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
