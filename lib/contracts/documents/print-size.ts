import sharp from 'sharp'

/** As many as a small server decodes at the same time without holding more than a few photos in memory. */
const AT_ONCE = 4

/** Photos at the size they are printed, by their path, a few at a time; at full size the file would be too heavy for a mail. */
export async function printPhotos(
  paths: string[],
  read: (path: string) => Promise<Uint8Array>,
  atOnce = AT_ONCE,
): Promise<Map<string, Uint8Array>> {
  const byPath = new Map<string, Uint8Array>()
  const waiting = [...paths]
  async function work() {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift())
      byPath.set(path, await printSize(await read(path)))
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, paths.length) }, work))
  return byPath
}

function printSize(photo: Uint8Array): Promise<Buffer> {
  return sharp(photo).resize({ width: 1_000, height: 750, fit: 'inside' }).jpeg({ quality: 74 }).toBuffer()
}
