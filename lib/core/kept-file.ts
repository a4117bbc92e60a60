import { AppError } from '@/lib/core/errors'
import { keepPicture, pictureKind } from '@/lib/core/picture'

/** A file as it is kept: a picture drawn anew with a small one beside it, or a PDF as it came. */
export type KeptFile = {
  bytes: Buffer
  thumbnail: Buffer | null
  contentType: 'image/jpeg' | 'application/pdf'
  extension: 'jpg' | 'pdf'
}

export const MOST_FILE_BYTES = 12_000_000

/**
 * What is kept of a file, by what its first bytes say it is; name and content type are only claims.
 * @throws AppError `file_invalid` for what is neither picture nor PDF · `photo_invalid`
 */
export async function keepFile(given: Buffer): Promise<KeptFile> {
  if (given.subarray(0, 5).toString('latin1') === '%PDF-') {
    return { bytes: given, thumbnail: null, contentType: 'application/pdf', extension: 'pdf' }
  }
  if (!pictureKind(given)) throw new AppError('file_invalid')
  const { bytes, thumbnail } = await keepPicture(given)
  return { bytes, thumbnail, contentType: 'image/jpeg', extension: 'jpg' }
}
