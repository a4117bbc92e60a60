import type { CompanyContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'
import type { ListName } from '@/lib/core/list'

/** A list's address under a name. */
export type SavedView = { id: string; name: string; query: string; isShared: boolean; isOwn: boolean }

/** The reader's views of a list and those colleagues share, by name. */
export async function listSavedViews(ctx: CompanyContext, list: ListName): Promise<SavedView[]> {
  const { data, error } = await ctx.db
    .from('saved_views')
    .select('id, name, query, shared, owner_id')
    .eq('company_id', ctx.companyId)
    .eq('list', list)
    .order('name')
    .order('id')
    .limit(100)
  if (error) throw fromPostgres(error)
  const own = ctx.actor.kind === 'user' ? ctx.actor.id : null
  return data.map(({ id, name, query, shared, owner_id }) => ({
    id,
    name,
    query,
    isShared: shared,
    isOwn: owner_id === own,
  }))
}

/** The tags in use, the most used first. */
export async function listTags(
  ctx: CompanyContext,
  list: 'reservations' | 'customers' | 'vehicles',
): Promise<string[]> {
  const { data, error } = await ctx.db.rpc('list_tags', { p_list: list })
  if (error) throw fromPostgres(error)
  return data
}
