import { z } from 'zod'
import { VehiclePhoto } from '@/lib/core/brand-pictures'
import { EQUIPMENT } from '@/lib/core/equipment'
import { ShortPriceAnswer } from '@/lib/core/price'

/** Reads one free vehicle of the availability search, on the site and at the desk. */
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
    category_size: z.number().int(),
    body_type: z.string(),
    photo: VehiclePhoto.nullable(),
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
    /** How many of its category there would be for this search, were none taken. */
    categorySize: row.category_size,
    bodyType: row.body_type,
    photo: row.photo,
    locationId: row.location_id,
    locationName: row.location_name,
    licence: { category: row.licence_category, years: row.minimum_licence_years },
    price: row.price,
  }))

/** A vehicle that is free for a period, with its price in short for all of it. */
export type Offer = z.infer<typeof OfferAnswer>
