import { randomUUID } from 'node:crypto'
import type { CompanyContext } from '@/lib/core/context'
import { AppError, fromPostgres } from '@/lib/core/errors'
import { keepPicture } from '@/lib/core/picture'
import { storagePath } from '@/lib/core/storage-paths'
import type { GuideDraft } from '@/lib/guide/schema'

/** Writes a guide. @throws AppError `not_found` · `invalid_input` */
export async function saveGuide(ctx: CompanyContext, guide: GuideDraft): Promise<{ id: string }> {
  const { data, error } = await ctx.db.rpc('save_guide', {
    p_names: guide.names,
    p_sections: guide.sections,
    p_category_ids: guide.categoryIds,
    p_active: guide.active,
    ...(guide.id && { p_guide_id: guide.id }),
  })
  if (error) throw fromPostgres(error)
  ctx.log.info({ event: 'guide.saved', guideId: data })
  return { id: data }
}

/** Keeps a picture for a guide, drawn anew without what the camera wrote into it. @throws AppError `photo_invalid` · `forbidden` */
export async function addGuidePhoto(ctx: CompanyContext, given: Buffer): Promise<{ id: string }> {
  const { bytes, width, height } = await keepPicture(given)
  const path = storagePath(ctx.companyId, 'guides', randomUUID(), 'jpg')
  const stored = await ctx.db.storage
    .from('guides')
    .upload(path, Uint8Array.from(bytes).buffer, { contentType: 'image/jpeg' })
  if (stored.error) throw new AppError('unavailable', { cause: stored.error })
  const { data, error } = await ctx.db.rpc('add_guide_photo', {
    p_storage_path: path,
    p_width: width,
    p_height: height,
    p_bytes: bytes.byteLength,
  })
  if (error) throw fromPostgres(error)
  return { id: data }
}
