import { z } from 'zod'
import type { CompanyContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'

const AssignableAnswer = z
  .object({
    vehicle_id: z.string(),
    plate: z.string(),
    make: z.string(),
    model: z.string(),
    category_names: z.record(z.string(), z.string()),
    location_name: z.string(),
    makes_way: z.boolean(),
  })
  .transform(({ vehicle_id, category_names, location_name, makes_way, ...vehicle }) => ({
    ...vehicle,
    id: vehicle_id,
    categoryNames: category_names,
    locationName: location_name,
    /** Other bookings that have no fixed vehicle change theirs for it, where they can. */
    makesWay: makes_way,
  }))

/** A vehicle that a reservation can be given. */
export type AssignableVehicle = z.infer<typeof AssignableAnswer>

/**
 * The vehicles a reservation can be given now, those of its own category and place first.
 * @throws AppError `not_found`
 */
export async function listAssignableVehicles(
  ctx: CompanyContext,
  { id }: { id: string },
): Promise<AssignableVehicle[]> {
  const { data, error } = await ctx.db.rpc('assignable_vehicles', { p_reservation_id: id })
  if (error) throw fromPostgres(error)
  return z.array(AssignableAnswer).parse(data)
}
