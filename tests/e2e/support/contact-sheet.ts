import { readdirSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'

export const screensFolder = path.join(import.meta.dirname, '../../../screens')

/** All screens of one variant on one sheet, four in a row. */
export async function contactSheet(name: string) {
  const width = 480
  const files = readdirSync(path.join(screensFolder, name)).sort()
  const height = name.startsWith('phone') ? 1040 : 300
  const tiles = await Promise.all(
    files.map((file) =>
      sharp(path.join(screensFolder, name, file))
        .resize({ width, height, fit: 'contain', background: '#888' })
        .toBuffer(),
    ),
  )
  await sharp({
    create: {
      width: width * 4,
      height: height * Math.ceil(files.length / 4),
      channels: 3,
      background: '#888',
    },
  })
    .composite(
      tiles.map((input, nth) => ({ input, left: (nth % 4) * width, top: Math.floor(nth / 4) * height })),
    )
    .png()
    .toFile(path.join(screensFolder, `${name}.png`))
}
