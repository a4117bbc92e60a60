import type { CompanyContext } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { SIGNED_URL_SECONDS } from '@/lib/core/storage-paths'

/**
 * A short-lived address of a sealed PDF, made with the member's own rights.
 * @throws AppError `not_found`
 */
export async function documentUrl(ctx: CompanyContext, path: string): Promise<string> {
  const { data, error } = await ctx.db.storage
    .from('documents')
    .createSignedUrl(path, SIGNED_URL_SECONDS.operator)
  if (error) throw new AppError('not_found', { cause: error })
  return data.signedUrl
}
