import type { SiteContext } from '@/lib/core/context'
import { AppError, fromPostgres } from '@/lib/core/errors'
import { serviceContext } from '@/lib/core/service-context'
import { SIGNED_URL_SECONDS } from '@/lib/core/storage-paths'
import { type Portal, PortalAnswer } from '@/lib/portal/schema'

/**
 * What stands in the portal of a private link beside the booking itself. Open the booking first: that counts wrong tokens.
 * @throws AppError `not_found` for a wrong, lapsed or revoked token
 */
export async function getPortal(ctx: SiteContext, token: string): Promise<Portal> {
  const { data, error } = await ctx.db.rpc('portal_by_token', { p_slug: ctx.company.slug, p_token: token })
  if (error) throw fromPostgres(error)
  if (data === null) throw new AppError('not_found')
  return PortalAnswer.parse(data)
}

/**
 * A short-lived address of one of the portal's documents. The link has opened the portal, so our own machine signs:
 * a stranger's key may read no file.
 * @throws AppError `not_found` for what the portal does not show
 */
export async function portalDocumentUrl(
  ctx: SiteContext,
  { documents }: Pick<Portal, 'documents'>,
  wanted: { kind: string; recordId: string },
): Promise<string> {
  const shown = documents.find(({ kind, recordId }) => kind === wanted.kind && recordId === wanted.recordId)
  if (!shown) throw new AppError('not_found')
  const { db } = serviceContext(ctx.companyId, 'portal', ctx.requestId)
  const { data, error } = await db.rpc('document_facts', {
    p_company_id: ctx.companyId,
    p_kind: shown.kind,
    p_record_id: shown.recordId,
  })
  if (error) throw fromPostgres(error)
  const { storage_path } = data as { storage_path: string }
  const signed = await db.storage.from('documents').createSignedUrl(storage_path, SIGNED_URL_SECONDS.operator)
  if (signed.error) throw new AppError('not_found', { cause: signed.error })
  return signed.data.signedUrl
}
