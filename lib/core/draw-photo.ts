import sharp from 'sharp'
import type { BrandSize } from '@/lib/core/brand-pictures'
import { AppError } from '@/lib/core/errors'
import { pictureKind } from '@/lib/core/picture'

/** The files of a picture that everybody may see. */
export type DrawnPhoto = { files: { size: BrandSize; bytes: Buffer }[]; width: number; height: number }

export const MOST_PIXELS = 80_000_000

/**
 * Draws a photo anew in the widths that screens need, without what the camera wrote into it.
 * @throws AppError `photo_invalid`
 */
export async function drawPhoto(given: Buffer, widths: readonly (BrandSize & number)[]): Promise<DrawnPhoto> {
  return drawn(given, async () => {
    const upright = sharp(given, { limitInputPixels: MOST_PIXELS, failOn: 'error' }).rotate()
    const drawings = widths.map(async (size) => {
      const { data, info } = await upright
        .clone()
        .resize({ width: size, height: size, fit: 'inside', withoutEnlargement: true })
        .flatten({ background: '#ffffff' })
        .webp({ quality: 72 })
        .toBuffer({ resolveWithObject: true })
      return { size, bytes: data, info }
    })
    const files = await Promise.all(drawings)
    const { width = 1, height = 1 } = files.at(-1)?.info ?? {}
    return { files: files.map(({ size, bytes }) => ({ size, bytes })), width, height }
  })
}

/** What `draw` makes of a picture; what is none, or cannot be read, is refused. @throws AppError `photo_invalid` */
export async function drawn<Drawn>(given: Buffer, draw: () => Promise<Drawn>): Promise<Drawn> {
  if (!pictureKind(given)) throw new AppError('photo_invalid')
  try {
    return await draw()
  } catch (cause) {
    throw new AppError('photo_invalid', { cause })
  }
}
