import { type BulkOutcome, readOutcomes } from '@/lib/core/bulk'
import { invalidate } from '@/lib/core/cache'
import type { CompanyContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'
import type { NewView, Tagging } from '@/lib/lists/schema'

/** Keeps a view; a view of one's own with the same name takes the new state. */
export async function saveView(ctx: CompanyContext, view: NewView): Promise<void> {
  const { error } = await ctx.db.rpc('save_view', {
    p_list: view.list,
    p_name: view.name,
    p_query: view.query,
    p_shared: view.shared,
  })
  if (error) throw fromPostgres(error)
}

/**
 * Forgets a view.
 * @throws AppError `not_found`, for somebody else's as well
 */
export async function deleteView(ctx: CompanyContext, { id }: { id: string }): Promise<void> {
  const { error } = await ctx.db.rpc('delete_view', { p_saved_view_id: id })
  if (error) throw fromPostgres(error)
}

/** Adds and removes tags; answers each record. */
export async function tagRecords(
  ctx: CompanyContext,
  { list, ids, add, remove }: Tagging,
): Promise<BulkOutcome[]> {
  const { data, error } = await ctx.db.rpc('tag_records', {
    p_list: list,
    p_ids: ids,
    p_add: add,
    p_remove: remove,
  })
  if (error) throw fromPostgres(error)
  await invalidate(ctx.companyId, list === 'vehicles' ? 'fleet' : list)
  return readOutcomes(data, ctx.locale)
}
