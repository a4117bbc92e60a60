import type { CompanyContext } from '@/lib/core/context'
import { AppError, fromPostgres } from '@/lib/core/errors'
import { keepPicture, MOST_PHOTO_BYTES } from '@/lib/core/picture'
import { storagePath } from '@/lib/core/storage-paths'
import { sha256Of, storeEvidence } from '@/lib/handover/evidence'
import { clearUpload, readUpload } from '@/lib/handover/photos/uploads'
import type { StepWork } from '@/lib/handover/schema'
import { isStepTaken, type StepRecord } from '@/lib/handover/step-record'

type NewPhoto = Extract<StepWork, { kind: 'add_photo' }>

/**
 * Takes an uploaded photo into an open handover, once: drawn anew, stored with its thumbnail, recorded; then the upload is cleared away.
 * @throws AppError `photo_invalid` · `upload_missing`, so that it is uploaded again · `not_found` · `handover_completed`
 */
export async function addPhoto(
  ctx: CompanyContext,
  handoverId: string,
  { photoId, position, driverId }: NewPhoto,
  record: StepRecord,
): Promise<void> {
  // What was taken before has no upload any more, and needs none.
  const [isTaken, bytes] = await Promise.all([isStepTaken(ctx, record.id), readUpload(ctx, photoId)])
  if (isTaken) return
  if (!bytes) throw new AppError('upload_missing')
  if (bytes.byteLength > MOST_PHOTO_BYTES) throw new AppError('photo_invalid')
  const picture = await keepPicture(bytes)
  const path = storagePath(ctx.companyId, 'handovers', photoId, 'jpg')
  const thumbnailPath = storagePath(ctx.companyId, 'handovers', `${photoId}-small`, 'jpg')
  await Promise.all([
    storeEvidence(ctx, path, picture.bytes, 'image/jpeg'),
    storeEvidence(ctx, thumbnailPath, picture.thumbnail, 'image/jpeg'),
  ])
  const { error } = await ctx.db.rpc('add_handover_photo', {
    p_handover_id: handoverId,
    p_id: photoId,
    p_position: position,
    p_storage_path: path,
    p_thumbnail_path: thumbnailPath,
    p_sha256: sha256Of(picture.bytes),
    p_width: picture.width,
    p_height: picture.height,
    p_bytes: picture.bytes.byteLength,
    p_taken_at: record.device_at,
    p_step: record,
    ...(driverId && { p_driver_id: driverId }),
  })
  if (error) throw fromPostgres(error)
  await clearUpload(ctx, photoId)
  ctx.log.info({ event: 'handover.photo_added', handoverId, position, bytes: picture.bytes.byteLength })
}
