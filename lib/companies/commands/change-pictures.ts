import { type DrawnPicture, drawLogo } from '@/lib/companies/draw-pictures'
import type { SitePicture } from '@/lib/companies/settings-schema'
import { HERO_WIDTHS } from '@/lib/core/brand-pictures'
import { invalidate } from '@/lib/core/cache'
import type { CompanyContext } from '@/lib/core/context'
import { drawPhoto } from '@/lib/core/draw-photo'
import { fromPostgres } from '@/lib/core/errors'
import { storeBrandFiles } from '@/lib/core/store-brand-files'

const DRAW: Record<'logo' | 'hero', (given: Buffer) => Promise<DrawnPicture>> = {
  logo: drawLogo,
  hero: async (given) => ({ ...(await drawPhoto(given, HERO_WIDTHS)), ground: 'any' }),
}

/** Keeps a logo or a photo of the site, drawn anew. Those before stay stored: mails that were sent show them. @throws AppError `photo_invalid` · `forbidden` */
export async function putPicture(
  ctx: CompanyContext,
  kind: keyof typeof DRAW,
  given: Buffer,
): Promise<{ fileId: string }> {
  const { files, width, height, ground } = await DRAW[kind](given)
  const fileId = await storeBrandFiles(ctx, files)
  const { error } = await ctx.db.rpc('set_company_picture', {
    p_kind: kind,
    p_file: fileId,
    p_width: width,
    p_height: height,
    p_ground: ground,
  })
  if (error) throw fromPostgres(error)
  await invalidate(ctx.companyId, 'settings')
  return { fileId }
}

/** Takes the logo or the photo off the site. @throws AppError `forbidden` */
export async function removePicture(ctx: CompanyContext, { kind }: SitePicture): Promise<void> {
  const { error } = await ctx.db.rpc('set_company_picture', { p_kind: kind })
  if (error) throw fromPostgres(error)
  await invalidate(ctx.companyId, 'settings')
}
