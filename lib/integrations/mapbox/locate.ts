import 'server-only'
import { z } from 'zod'
import type { Point } from '@/lib/core/point'
import { askMapbox } from '@/lib/integrations/mapbox/client'

/** An address as it is looked up; a place without a street is not, since only its town would be found. */
export const AddressToLocate = z.object({
  street: z.string(),
  house_number: z.string().nullable(),
  postal_code: z.string().nullable(),
  town: z.string().nullable(),
  country: z.string(),
})

const Found = z.object({
  features: z.array(
    z.object({
      properties: z.object({
        feature_type: z.string(),
        coordinates: z.object({ longitude: z.number(), latitude: z.number() }),
        match_code: z.object({ confidence: z.enum(['exact', 'high', 'medium', 'low']) }).optional(),
      }),
    }),
  ),
})

/** As exact as a pin has to be; the middle of a town would send customers astray. */
const EXACT_ENOUGH = ['address', 'secondary_address', 'street']

/** Where an address lies, or null when it is not known to the street. Answers may be stored (`permanent`). */
export async function locateAddress(address: z.output<typeof AddressToLocate>): Promise<Point | null> {
  const asked = {
    street: address.street,
    address_number: address.house_number,
    postcode: address.postal_code,
    place: address.town,
    country: address.country.toLowerCase(),
    limit: '1',
    permanent: 'true',
  }
  const query = Object.fromEntries(
    Object.entries(asked).filter((field): field is [string, string] => field[1] !== null),
  )
  const answer = await askMapbox('/search/geocode/v6/forward', query)
  const [best] = Found.parse(await answer.json()).features
  if (!best) return null
  const { feature_type, coordinates, match_code } = best.properties
  if (!EXACT_ENOUGH.includes(feature_type) || match_code?.confidence === 'low') return null
  return { latitude: coordinates.latitude, longitude: coordinates.longitude }
}
