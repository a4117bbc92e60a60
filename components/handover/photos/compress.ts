/** What a photo may weigh on its way: a minute's worth of bad mobile network would be too much. */
const MOST_BYTES = 1_500_000
const LONGEST_SIDE = 2_048
const QUALITIES = [0.85, 0.75, 0.65, 0.5]

/**
 * A photo made small on the phone: upright, at most 2048 pixels long, a JPEG of at most 1.5 MB. What the browser
 * cannot read goes as it is; the server says whether it is a photo.
 */
export async function compressPhoto(file: Blob): Promise<Blob> {
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null)
  if (!bitmap) return file
  const scale = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(bitmap.width * scale)
  canvas.height = Math.round(bitmap.height * scale)
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  bitmap.close()
  let smallest: Blob = file
  for (const quality of QUALITIES) {
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', quality))
    if (!blob) return smallest
    smallest = blob
    if (blob.size <= MOST_BYTES) return blob
  }
  return smallest
}
