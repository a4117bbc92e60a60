import sharp from 'sharp'
import { AppError } from '@/lib/core/errors'

/** A signature reaches at least so far across the field; a dot, or the slip of a finger, does not. */
const SHORTEST = 0.06

/** Ink is darker than this, of 255. */
const DARK = 128

/**
 * Draws the picture of a signature anew, trimmed to its ink: whatever else the file held is gone.
 * @throws AppError `signature_missing` for an empty field, a dot, or what is no picture
 */
export async function redrawSignature(png: Buffer): Promise<Buffer> {
  try {
    const drawn = sharp(png, { limitInputPixels: 4_000_000 })
    const { width } = await drawn.metadata()
    const ink = drawn.flatten({ background: '#ffffff' }).trim({ threshold: 20 })
    const { data, info } = await ink.png().toBuffer({ resolveWithObject: true })
    // Where there is nothing but paper, nothing is trimmed away.
    const [darkest] = (await sharp(data).stats()).channels
    const hasInk = darkest !== undefined && darkest.min < DARK
    if (hasInk && Math.max(info.width, info.height) >= width * SHORTEST && info.height >= 3) return data
  } catch (cause) {
    throw new AppError('signature_missing', { cause })
  }
  throw new AppError('signature_missing')
}
