import { z } from 'zod'
import { BulkIds } from '@/lib/core/bulk'
import { LISTS } from '@/lib/core/list'

const Tag = z
  .string()
  .trim()
  .min(1)
  .max(40)
  .regex(/^\P{Cc}*$/u, 'characters')

/** Records whose tags change; at least one tag comes or goes. */
export const Tagging = z
  .object({
    list: z.enum(['reservations', 'customers', 'vehicles']),
    ids: BulkIds,
    add: z.array(Tag).max(20).default([]),
    remove: z.array(Tag).max(100).default([]),
  })
  .refine(({ add, remove }) => add.length + remove.length > 0, { path: ['add'], message: 'required' })
export type Tagging = z.infer<typeof Tagging>

/** A list's filters, order and columns under a name. */
export const NewView = z.object({
  list: z.enum(LISTS),
  name: z
    .string()
    .trim()
    .min(1)
    .max(60)
    .regex(/^\P{Cc}*$/u, 'characters'),
  query: z.string().max(2_000),
  shared: z
    .preprocess((value) => value === true || value === 'on' || value === 'true', z.boolean())
    .default(false),
})
export type NewView = z.infer<typeof NewView>
