import { VEHICLE_WIDTHS } from '@/lib/core/brand-pictures'
import { invalidate } from '@/lib/core/cache'
import type { CompanyContext } from '@/lib/core/context'
import { drawPhoto } from '@/lib/core/draw-photo'
import { fromPostgres } from '@/lib/core/errors'
import { storeBrandFiles } from '@/lib/core/store-brand-files'

/**
 * Shows a photo, drawn anew, for every vehicle of the same make and model.
 * @throws AppError `photo_invalid` · `not_found` · `forbidden`
 */
export async function putModelPhoto(ctx: CompanyContext, vehicleId: string, given: Buffer): Promise<void> {
  const { files, width, height } = await drawPhoto(given, VEHICLE_WIDTHS)
  const { error } = await ctx.db.rpc('set_model_photo', {
    p_vehicle_id: vehicleId,
    p_file: await storeBrandFiles(ctx, files),
    p_width: width,
    p_height: height,
  })
  if (error) throw fromPostgres(error)
  await invalidate(ctx.companyId, 'fleet')
}

/** Takes the photo of a vehicle's model away; its silhouette is shown again. @throws AppError `not_found` · `forbidden` */
export async function removeModelPhoto(ctx: CompanyContext, { id }: { id: string }): Promise<void> {
  const { error } = await ctx.db.rpc('set_model_photo', { p_vehicle_id: id })
  if (error) throw fromPostgres(error)
  await invalidate(ctx.companyId, 'fleet')
}
