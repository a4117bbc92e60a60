import { z } from 'zod'
import type { CompanyContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'
import { Hit, type SearchQuery } from '@/lib/search/schema'

/** Whatever is meant by the letters, the best five of each kind; what the role may not see is not among it. */
export async function searchEverything(ctx: CompanyContext, { q }: SearchQuery): Promise<Hit[]> {
  const { data, error } = await ctx.db.rpc('search_everything', { p_query: q, p_limit: 5 })
  if (error) throw fromPostgres(error)
  return z.array(Hit).parse(data)
}
