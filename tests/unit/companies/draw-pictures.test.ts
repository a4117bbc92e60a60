import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { drawLogo } from '@/lib/companies/draw-pictures'
import { HERO_WIDTHS, VEHICLE_WIDTHS } from '@/lib/core/brand-pictures'
import { drawPhoto } from '@/lib/core/draw-photo'

/** A disc of a colour in the middle of nothing, as a logo is. */
const mark = (color: string) =>
  sharp({ create: { width: 300, height: 200, channels: 4, background: '#00000000' } })
    .composite([
      {
        input: Buffer.from(
          `<svg width="160" height="120"><circle cx="80" cy="60" r="50" fill="${color}"/></svg>`,
        ),
      },
    ])
    .png()
    .toBuffer()

const photo = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#5a7d3c' } })
    .jpeg()
    .withExif({ IFD0: { Copyright: 'somebody' } })
    .toBuffer()

describe('a logo', () => {
  test('loses its margins and fits its box', async () => {
    const { width, height, files } = await drawLogo(await mark('#0f766e'))
    expect(width).toBeLessThan(300)
    expect(width).toBeLessThanOrEqual(640)
    expect(height).toBeLessThanOrEqual(240)
    expect(files.map(({ size }) => size)).toEqual(['logo', 'print'])
  })

  test.each([
    ['#111827', 'light'],
    ['#ffffff', 'dark'],
    ['#0f766e', 'any'],
  ])('of %s needs the ground %s', async (color, ground) => {
    expect((await drawLogo(await mark(color))).ground).toBe(ground)
  })

  test('in white is printed on a dark ground, so that paper shows it', async () => {
    const { files } = await drawLogo(await mark('#ffffff'))
    const { channels } = await sharp(files[1]?.bytes).stats()
    expect(channels[0]?.min).toBeLessThan(40)
    expect((await sharp(files[1]?.bytes).stats()).isOpaque).toBe(true)
  })
})

describe('the photo of a site or of a vehicle', () => {
  test('is drawn in four widths without what the camera wrote', async () => {
    const { files, width, height } = await drawPhoto(await photo(3000, 1500), HERO_WIDTHS)
    expect([width, height]).toEqual([1920, 960])
    const metas = await Promise.all(files.map(({ bytes }) => sharp(bytes).metadata()))
    expect(metas.map((meta) => [meta.format, meta.width, meta.exif])).toEqual([
      ['webp', 640, undefined],
      ['webp', 960, undefined],
      ['webp', 1280, undefined],
      ['webp', 1920, undefined],
    ])
  })

  test('is never made larger than it is', async () => {
    expect(await drawPhoto(await photo(800, 400), VEHICLE_WIDTHS)).toMatchObject({ width: 800, height: 400 })
  })
})

test.each([
  ['an SVG with a script', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
  ['a GIF', 'GIF89a\u0001\u0000\u0001\u0000'],
  ['text', 'no picture'],
  ['nothing', ''],
  ['the beginning of a PNG', '\u0089PNG\r\n\u001a\n'],
])('%s is refused', async (_, given) => {
  const bytes = Buffer.from(given, 'latin1')
  await expect(drawLogo(bytes)).rejects.toMatchObject({ code: 'photo_invalid' })
  await expect(drawPhoto(bytes, HERO_WIDTHS)).rejects.toMatchObject({ code: 'photo_invalid' })
})
