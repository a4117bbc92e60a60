import type { CompanyContext } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'

const BUCKET = 'uploads'

/** Where a phone's photo waits until it has been drawn anew. */
function uploadPath(companyId: string, photoId: string): string {
  return `${companyId}/handovers/${photoId}`
}

/**
 * An address that takes one photo as bare bytes, straight into storage; null when it lies there already.
 * @throws AppError `unavailable`
 */
export async function openUpload(
  ctx: CompanyContext,
  { photoId }: { photoId: string },
): Promise<{ url: string | null }> {
  const path = uploadPath(ctx.companyId, photoId)
  const { data, error } = await ctx.db.storage.from(BUCKET).createSignedUploadUrl(path)
  if (!error) return { url: data.signedUrl }
  const earlier = await ctx.db.storage.from(BUCKET).createSignedUrl(path, 60)
  if (earlier.error) throw new AppError('unavailable', { cause: error })
  return { url: null }
}

/** The bytes a phone has uploaded; null when nothing (any more) lies there. @throws AppError `unavailable` when the storage cannot say */
export async function readUpload(ctx: CompanyContext, photoId: string): Promise<Buffer | null> {
  const { data, error } = await ctx.db.storage.from(BUCKET).download(uploadPath(ctx.companyId, photoId))
  // Storage answers 400 or 404 for what it has not got; anything else is its own fault, and no reason to upload anew.
  if (error) {
    if ('status' in error && [400, 404].includes(Number(error.status))) return null
    throw new AppError('unavailable', { cause: error })
  }
  return Buffer.from(await data.arrayBuffer())
}

/** Clears away what a phone uploaded: the camera's own data about the place goes with it. */
export async function clearUpload(ctx: CompanyContext, photoId: string): Promise<void> {
  const path = uploadPath(ctx.companyId, photoId)
  const { error } = await ctx.db.storage.from(BUCKET).remove([path])
  if (error) ctx.log.warn({ event: 'handover.upload_not_cleared', photoId, error: error.message })
}
