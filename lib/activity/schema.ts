import { z } from 'zod'

/** What the trail can be narrowed to; each area stands for the tables that belong to it. */
export const AREAS = ['reservations', 'fleet', 'customers', 'contracts', 'money', 'settings'] as const
export type Area = (typeof AREAS)[number]

/** One value or several, as an address repeats a name. */
function several<T extends z.ZodType>(item: T) {
  return z.preprocess(
    (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
    z.array(item),
  )
}

/** What narrows the trail. Entries are numbered, so a page begins after a number. */
export const ActivityFilters = z.object({
  area: several(z.enum(AREAS)).catch([]),
  person: several(z.uuid()).catch([]),
  after: z.coerce.number().int().positive().optional().catch(undefined),
})
export type ActivityFilters = z.infer<typeof ActivityFilters>
