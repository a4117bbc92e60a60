import { z } from 'zod'

/** What the trail can be narrowed to; each area stands for the tables that belong to it. */
export const AREAS = ['reservations', 'fleet', 'customers', 'contracts', 'money', 'settings'] as const
export type Area = (typeof AREAS)[number]

/** What narrows the trail. Entries are numbered, so a page begins after a number. */
export const ActivityFilters = z.object({
  area: z.enum(AREAS).optional().catch(undefined),
  person: z.uuid().optional().catch(undefined),
  after: z.coerce.number().int().positive().optional().catch(undefined),
})
export type ActivityFilters = z.infer<typeof ActivityFilters>
