import sharp from 'sharp'
import { type DrawnPhoto, drawn, MOST_PIXELS } from '@/lib/core/draw-photo'
import { contrastOf } from '@/lib/core/oklch'

export type DrawnPicture = DrawnPhoto & { ground: 'any' | 'light' | 'dark' }

const LOGO = { width: 640, height: 240 }
const PAPER = '#ffffff'
const NIGHT = '#14171b'
/** A part of a logo stands out from its ground from here on; below, it is lost. */
const SEEN = 1.8
/** A logo whose parts are lost by more than this on a ground needs another. */
const MOST_LOST = 0.25

/**
 * Draws a logo anew: its margins gone, at most 640 × 240, once as it is for screens and once on a ground on which it can be
 * seen for paper and mail. Nothing of the given file is kept: an SVG could hold scripts and is refused.
 * @throws AppError `photo_invalid`
 */
export async function drawLogo(given: Buffer): Promise<DrawnPicture> {
  return drawn(given, async () => {
    const upright = await sharp(given, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
      .rotate()
      .ensureAlpha()
      .png()
      .toBuffer()
    const trimmed = await sharp(upright)
      .trim({ threshold: 12 })
      .toBuffer()
      // One colour alone has no margins.
      .catch(() => upright)
    const { data, info } = await sharp(trimmed)
      .resize({ ...LOGO, fit: 'inside', withoutEnlargement: true })
      .png({ compressionLevel: 9 })
      .toBuffer({ resolveWithObject: true })
    const ground = await groundOf(data)
    const print = sharp(data).flatten({ background: ground === 'dark' ? NIGHT : PAPER })
    const padded =
      ground === 'dark'
        ? print.extend({ top: 16, bottom: 16, left: 20, right: 20, background: NIGHT })
        : print
    const files = [
      { size: 'logo' as const, bytes: data },
      { size: 'print' as const, bytes: await padded.png({ compressionLevel: 9 }).toBuffer() },
    ]
    return { files, width: info.width, height: info.height, ground }
  })
}

/** On what a logo can be seen: it brings its own ground, or stands out from white, from night, or from both. */
async function groundOf(logo: Buffer): Promise<DrawnPicture['ground']> {
  const { data } = await sharp(logo)
    .resize({ width: 96, height: 96, fit: 'inside', withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true })
  let inked = 0
  let lostOnPaper = 0
  let lostAtNight = 0
  for (let at = 0; at < data.length; at += 4) {
    if ((data[at + 3] ?? 0) < 128) continue
    const color = `#${data.subarray(at, at + 3).toString('hex')}`
    inked += 1
    if (contrastOf(color, PAPER) < SEEN) lostOnPaper += 1
    if (contrastOf(color, NIGHT) < SEEN) lostAtNight += 1
  }
  const isItsOwnGround = inked >= (data.length / 4) * 0.98
  if (isItsOwnGround || inked === 0) return 'any'
  const fits = { light: lostOnPaper <= inked * MOST_LOST, dark: lostAtNight <= inked * MOST_LOST }
  if (fits.light === fits.dark) return 'any'
  return fits.light ? 'light' : 'dark'
}
