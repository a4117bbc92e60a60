import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { keepPicture, pictureKind } from '@/lib/core/picture'

const wide = { create: { width: 1_200, height: 800, channels: 3 as const, background: '#48c' } }

test('a photo loses its place and maker, and keeps its picture', async () => {
  const exif = { IFD0: { Make: 'Kamera' }, IFD3: { GPSLatitude: '47/1 22/1 0/1', GPSLatitudeRef: 'N' } }
  const photo = await sharp(wide).jpeg().withExif(exif).toBuffer()
  expect((await sharp(photo).metadata()).exif).toBeDefined()
  const kept = await keepPicture(photo)
  expect((await sharp(kept.bytes).metadata()).exif).toBeUndefined()
  expect(kept.bytes.includes('GPS')).toBe(false)
  expect([kept.width, kept.height]).toEqual([1_200, 800])
})

test('a photo held sideways is turned upright', async () => {
  const photo = await sharp(wide).jpeg().withMetadata({ orientation: 6 }).toBuffer()
  const kept = await keepPicture(photo)
  expect([kept.width, kept.height]).toEqual([800, 1_200])
})

test('a large photo is brought to 2400 pixels, its thumbnail to 480', async () => {
  const create = { width: 4_000, height: 3_000, channels: 3 as const, background: '#48c' }
  const kept = await keepPicture(await sharp({ create }).png().toBuffer())
  expect([kept.width, kept.height]).toEqual([2_400, 1_800])
  expect((await sharp(kept.thumbnail).metadata()).width).toBe(480)
  expect(pictureKind(kept.bytes)).toBe('jpeg')
})

test('the same photo sent twice is kept as the same bytes', async () => {
  const photo = await sharp(wide).jpeg().toBuffer()
  const [first, second] = await Promise.all([keepPicture(photo), keepPicture(photo)])
  expect(first.bytes.equals(second.bytes)).toBe(true)
})

/** A PNG of a few bytes that claims to be 30,000 × 30,000 pixels. */
function pixelBomb(): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const frame = Buffer.alloc(8)
    frame.writeUInt32BE(data.length, 0)
    frame.writeUInt32BE(crc32(body), 4)
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(30_000, 0)
  header.writeUInt32BE(30_000, 4)
  header.set([1, 0, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const data = deflateSync(Buffer.alloc(1_000))
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function crc32(bytes: Buffer): number {
  let crc = ~0
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return ~crc >>> 0
}

describe('what is no photo is refused', () => {
  test.each<[string, Buffer]>([
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')],
    ['HTML', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['GIF', Buffer.from('GIF89a\x01\x00\x01\x00\x00\x00\x00;', 'latin1')],
    ['PDF', Buffer.from('%PDF-1.7')],
    ['nothing', Buffer.alloc(0)],
    ['only the first bytes of a JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16])],
    [
      'a JPEG start before a script',
      Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from('<script>')]),
    ],
    ['a picture of 900 million pixels', pixelBomb()],
  ])('%s', async (_, bytes) => {
    await expect(keepPicture(bytes)).rejects.toMatchObject({ code: 'photo_invalid' })
  })
})

test('what hides behind a picture does not survive', async () => {
  const photo = await sharp(wide).jpeg().toBuffer()
  const polyglot = Buffer.concat([photo, Buffer.from('<script>alert(1)</script>')])
  const kept = await keepPicture(polyglot)
  expect(kept.bytes.includes('<script>')).toBe(false)
})
