import { createHash } from 'node:crypto'
import type { CompanyContext } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { SIGNED_URL_SECONDS } from '@/lib/core/storage-paths'

const BUCKET = 'evidence'

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/**
 * Puts a file among the company's evidence, with the rights of whoever it is done for. Evidence is never overwritten: a file that
 * lies there already is the same one, sent a second time.
 */
export async function storeEvidence(
  ctx: Pick<CompanyContext, 'db'>,
  path: string,
  bytes: Uint8Array,
  contentType: 'image/jpeg' | 'image/png',
): Promise<void> {
  const file = Uint8Array.from(bytes).buffer
  const { error } = await ctx.db.storage.from(BUCKET).upload(path, file, { contentType })
  if (!error) return
  const earlier = await ctx.db.storage.from(BUCKET).createSignedUrl(path, 60)
  if (earlier.error) throw new AppError('unavailable', { cause: error })
}

/**
 * A short-lived address of a file among the evidence, for somebody who may see it.
 * @throws AppError `not_found`
 */
export async function evidenceUrl(ctx: CompanyContext, path: string): Promise<string> {
  const { data, error } = await ctx.db.storage.from(BUCKET).createSignedUrl(path, SIGNED_URL_SECONDS.operator)
  if (error) throw new AppError('not_found', { cause: error })
  return data.signedUrl
}
