import type { CompanyContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'
import { keepPicture } from '@/lib/core/picture'
import { storagePath } from '@/lib/core/storage-paths'
import { sha256Of, storeEvidence } from '@/lib/handover/evidence'
import type { NewPhoto } from '@/lib/handover/schema'

/**
 * Adds a photo to an open handover: drawn anew, stored with its thumbnail, recorded. The same id twice is one photo.
 * @throws AppError `photo_invalid` · `not_found` · `handover_completed`
 */
export async function addPhoto(
  ctx: CompanyContext,
  handoverId: string,
  { position, clientId, takenAt }: NewPhoto,
  bytes: Buffer,
): Promise<{ id: string }> {
  const picture = await keepPicture(bytes)
  const path = storagePath(ctx.companyId, 'handovers', clientId, 'jpg')
  const thumbnailPath = storagePath(ctx.companyId, 'handovers', `${clientId}-small`, 'jpg')
  await Promise.all([
    storeEvidence(ctx, path, picture.bytes, 'image/jpeg'),
    storeEvidence(ctx, thumbnailPath, picture.thumbnail, 'image/jpeg'),
  ])
  const { error } = await ctx.db.rpc('add_handover_photo', {
    p_handover_id: handoverId,
    p_id: clientId,
    p_position: position,
    p_storage_path: path,
    p_thumbnail_path: thumbnailPath,
    p_sha256: sha256Of(picture.bytes),
    p_width: picture.width,
    p_height: picture.height,
    p_bytes: picture.bytes.byteLength,
    p_taken_at: takenAt ?? ctx.now().toISOString(),
  })
  if (error) throw fromPostgres(error)
  ctx.log.info({ event: 'handover.photo_added', handoverId, position, bytes: picture.bytes.byteLength })
  return { id: clientId }
}
