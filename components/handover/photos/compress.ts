/** What a photo may weigh on its way: a minute's worth of bad mobile network would be too much. */
const MOST_BYTES = 1_500_000
const LONGEST_SIDES = [2_048, 1_600, 1_200]
const QUALITIES = [0.85, 0.75, 0.65, 0.5]

/**
 * A photo made small on the phone: upright, a JPEG of at most 1.5 MB and 2048 pixels, without what the camera wrote into
 * it. Null for what this browser cannot read as a picture: better said here than in a garage an hour later.
 */
export async function compressPhoto(file: Blob): Promise<Blob | null> {
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null)
  if (!bitmap) return null
  let smallest: Blob | null = null
  for (const side of LONGEST_SIDES) {
    for (const quality of QUALITIES) {
      smallest = (await draw(bitmap, side, quality)) ?? smallest
      if (smallest && smallest.size <= MOST_BYTES) {
        bitmap.close()
        return smallest
      }
    }
  }
  bitmap.close()
  return smallest
}

function draw(bitmap: ImageBitmap, longestSide: number, quality: number): Promise<Blob | null> {
  const scale = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(bitmap.width * scale))
  canvas.height = Math.max(1, Math.round(bitmap.height * scale))
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  return new Promise((done) => canvas.toBlob(done, 'image/jpeg', quality))
}
