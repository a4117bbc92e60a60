import { z } from 'zod'
import { BulkIds } from '@/lib/core/bulk'
import { line } from '@/lib/core/line'
import { LISTS } from '@/lib/core/list'

const Tag = line(40).min(1)
/** Forms write tags with commas between them. */
const NewTag = Tag.regex(/^[^,]*$/, 'characters')

/** Records whose tags change; at least one tag comes or goes. */
export const Tagging = z
  .object({
    list: z.enum(['reservations', 'customers', 'vehicles']),
    ids: BulkIds,
    add: z.array(NewTag).max(20).default([]),
    remove: z.array(Tag).max(100).default([]),
  })
  .refine(({ add, remove }) => add.length + remove.length > 0, { path: ['add'], message: 'required' })
export type Tagging = z.infer<typeof Tagging>

/** A list's filters, order and columns under a name. */
export const NewView = z.object({
  list: z.enum(LISTS),
  name: line(60).min(1),
  query: z.string().max(2_000),
  shared: z
    .preprocess((value) => value === true || value === 'on' || value === 'true', z.boolean())
    .default(false),
})
export type NewView = z.infer<typeof NewView>
