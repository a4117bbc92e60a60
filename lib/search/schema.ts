import { z } from 'zod'

export const KINDS = ['customer', 'vehicle', 'reservation', 'contract', 'invoice'] as const

/** What somebody types to find something. */
export const SearchQuery = z.object({ q: z.string().trim().max(100).default('') })
export type SearchQuery = z.infer<typeof SearchQuery>

/** What a search finds: a record, and what tells it from another of the same name. */
export const Hit = z.object({ kind: z.enum(KINDS), id: z.string(), title: z.string(), detail: z.string() })
export type Hit = z.infer<typeof Hit>
