import type { CompanyContext } from '@/lib/core/context'
import { AppError, fromPostgres } from '@/lib/core/errors'
import { evidenceUrl } from '@/lib/handover/evidence'
import type { PhotoRef } from '@/lib/handover/schema'

/**
 * Where a photo can be fetched for the next minutes.
 * @throws AppError `not_found`
 */
export async function photoUrl(
  ctx: CompanyContext,
  { handoverId, photoId }: PhotoRef,
  size: 'thumbnail' | 'full',
): Promise<string> {
  const { data, error } = await ctx.db
    .from('handover_photos')
    .select('storage_path, thumbnail_path')
    .eq('company_id', ctx.companyId)
    .eq('handover_id', handoverId)
    .eq('id', photoId)
    .maybeSingle()
  if (error) throw fromPostgres(error)
  if (!data) throw new AppError('not_found')
  return evidenceUrl(ctx, size === 'thumbnail' ? data.thumbnail_path : data.storage_path)
}
