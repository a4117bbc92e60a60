import type { SiteContext } from '@/lib/core/context'
import { AppError, fromPostgres } from '@/lib/core/errors'
import { serviceContext } from '@/lib/core/service-context'
import { type Guide, GuideAnswer } from '@/lib/guide/schema'

/** The guide of a private link as far as it is told now; null where there is none. */
export async function getGuide(ctx: SiteContext, token: string): Promise<Guide | null> {
  const { data, error } = await ctx.db.rpc('guide_by_token', { p_slug: ctx.company.slug, p_token: token })
  if (error) throw fromPostgres(error)
  return data === null ? null : GuideAnswer.parse(data)
}

/**
 * A picture of the guide's told sections. Our own machine reads it, so that it can be kept on the customer's phone.
 * @throws AppError `not_found`
 */
export async function guidePhoto(
  ctx: SiteContext,
  booking: { id: string },
  photoId: string,
): Promise<ArrayBuffer> {
  const { db } = serviceContext(ctx.companyId, 'guide', ctx.requestId)
  const { data, error } = await db.rpc('guide_photo_path', {
    p_company_id: ctx.companyId,
    p_reservation_id: booking.id,
    p_photo_id: photoId,
  })
  if (error) throw fromPostgres(error)
  if (data === null) throw new AppError('not_found')
  const file = await db.storage.from('guides').download(data)
  if (file.error) throw new AppError('not_found', { cause: file.error })
  return file.data.arrayBuffer()
}
