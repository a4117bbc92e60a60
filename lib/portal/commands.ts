import type { SiteContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'
import type { DataRequestKind } from '@/lib/portal/schema'

/**
 * Asks the company for a copy of the customer's data or to be forgotten; asking twice is asking once.
 * @throws AppError `link_expired`
 */
export async function requestData(ctx: SiteContext, token: string, kind: DataRequestKind): Promise<void> {
  const { error } = await ctx.db.rpc('request_data_by_token', {
    p_slug: ctx.company.slug,
    p_token: token,
    p_request: kind,
  })
  if (error) throw fromPostgres(error)
  ctx.log.info({ event: 'portal.data_requested', kind })
}
