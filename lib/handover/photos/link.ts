import type { CompanyContext } from '@/lib/core/context'
import { AppError, fromPostgres } from '@/lib/core/errors'
import { evidenceUrl } from '@/lib/handover/evidence'
import { isLicence } from '@/lib/handover/rules'
import type { PhotoRef } from '@/lib/handover/schema'

/**
 * Where a photo can be fetched for the next minutes. Who looks at a licence leaves a trace.
 * @throws AppError `not_found`
 */
export async function photoUrl(
  ctx: CompanyContext,
  { handoverId, photoId }: PhotoRef,
  size: 'thumbnail' | 'full',
): Promise<string> {
  const { data, error } = await ctx.db
    .from('handover_photos')
    .select('position, storage_path, thumbnail_path')
    .eq('company_id', ctx.companyId)
    .eq('handover_id', handoverId)
    .eq('id', photoId)
    .is('purged_at', null)
    .maybeSingle()
  if (error) throw fromPostgres(error)
  if (!data) throw new AppError('not_found')
  if (isLicence(data.position)) await noteLicenceView(ctx, photoId)
  return evidenceUrl(ctx, size === 'thumbnail' ? data.thumbnail_path : data.storage_path)
}

async function noteLicenceView(ctx: CompanyContext, photoId: string): Promise<void> {
  const { error } = await ctx.db.rpc('note_licence_view', { p_photo_id: photoId })
  if (error) throw fromPostgres(error)
}
