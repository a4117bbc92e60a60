import { randomUUID } from 'node:crypto'
import { drawHero, drawLogo } from '@/lib/companies/draw-pictures'
import type { SitePicture } from '@/lib/companies/settings-schema'
import { brandFile } from '@/lib/core/brand-pictures'
import { invalidate } from '@/lib/core/cache'
import type { CompanyContext } from '@/lib/core/context'
import { AppError, fromPostgres } from '@/lib/core/errors'
import { storagePath } from '@/lib/core/storage-paths'

const DRAW = { logo: drawLogo, hero: drawHero }

/** Keeps a logo or a photo of the site, drawn anew. Those before stay stored: mails that were sent show them. @throws AppError `photo_invalid` · `forbidden` */
export async function putPicture(
  ctx: CompanyContext,
  kind: keyof typeof DRAW,
  given: Buffer,
): Promise<{ fileId: string }> {
  const { files, width, height, ground } = await DRAW[kind](given)
  const fileId = randomUUID()
  for (const { size, bytes } of files) {
    const { name, extension } = brandFile(fileId, size)
    const stored = await ctx.db.storage
      .from('branding')
      .upload(storagePath(ctx.companyId, 'branding', name, extension), Uint8Array.from(bytes).buffer, {
        contentType: `image/${extension}`,
      })
    if (stored.error) throw new AppError('unavailable', { cause: stored.error })
  }
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
