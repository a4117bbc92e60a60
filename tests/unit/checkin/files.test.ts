import { readFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { beforeEach, expect, test, vi } from 'vitest'
import { addCheckinFile, signedUrl } from '@/lib/checkin/files'
import type { SiteContext } from '@/lib/core/context'

interface Upload {
  path: string
  bytes: Buffer
  contentType: string
}
const uploads = vi.hoisted((): Upload[] => [])
vi.mock('@/lib/core/service-context', () => ({
  serviceContext: () => ({
    db: {
      storage: {
        from: () => ({
          upload: async (path: string, bytes: ArrayBuffer, { contentType }: { contentType: string }) => {
            uploads.push({ path, bytes: Buffer.from(bytes), contentType })
            return { error: null }
          },
          remove: async () => ({ error: null }),
        }),
      },
      rpc: async () => ({ data: { id: 'f-1', replaced: [] }, error: null }),
    },
  }),
}))

const COMPANY = crypto.randomUUID()
const question = (key: string, kind: string) => ({ key, kind, labels: { de: key }, required: false })
const ctx = {
  companyId: COMPANY,
  company: { slug: 'alpenmobil' },
  requestId: 'r',
  log: { info: () => {} },
  db: {
    rpc: async () => ({
      data: {
        form_id: 'f',
        version: 1,
        titles: {},
        fields: [question('paper', 'file'), question('licence', 'identity')],
        answers: {},
        submitted_at: null,
        standing: 'open',
        changed: false,
        files: [],
      },
      error: null,
    }),
  },
} as unknown as SiteContext
const add = (bytes: Buffer, field = 'paper') =>
  addCheckinFile(ctx, { id: crypto.randomUUID(), token: 't' }, field, bytes)
const picture = () => sharp({ create: { width: 60, height: 40, channels: 3, background: '#48c' } })
const SCRIPT = '<script>alert(document.domain)</script>'

beforeEach(() => uploads.splice(0))

const HEIC = Buffer.concat([
  Buffer.from([0, 0, 0, 0x18]),
  Buffer.from('ftypheic\0\0\0\0mif1heic'),
  Buffer.alloc(64),
])
test.each<[string, () => Promise<Buffer> | Buffer]>([
  ['nothing', () => Buffer.alloc(0)],
  ['an SVG with a script', () => Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${SCRIPT}</svg>`)],
  ['an SVG behind an XML head', () => Buffer.from(`<?xml version="1.0"?><svg>${SCRIPT}</svg>`)],
  ['HTML', () => Buffer.from(`<!doctype html>${SCRIPT}`)],
  ['HTML that hides a PDF', () => Buffer.from(`${SCRIPT}%PDF-1.7`)],
  ['a picture of an iPhone that no browser shows', () => HEIC],
  ['a GIF that is a script', () => Buffer.from('GIF89a=1;alert(1)')],
  ['a program', () => Buffer.from('MZ\x90\0\x03\0\0\0')],
  ['an archive', () => Buffer.from('PK\x03\x04rest')],
  ['a RIFF that is no WebP', () => Buffer.from('RIFF\0\0\0\0WAVEfmt ')],
])('%s is no file that is taken, and nothing of it is kept', async (_, make) => {
  await expect(add(await make())).rejects.toMatchObject({ code: 'file_invalid' })
  expect(uploads).toEqual([])
})

test.each<[string, () => Promise<Buffer> | Buffer]>([
  [
    'a picture that claims 30,000 × 30,000 pixels',
    () => readFileSync(path.join(import.meta.dirname, '../../database/offline/pixel-bomb.png')),
  ],
  [
    'the first half of a photo',
    async () => {
      const whole = await picture().resize(600, 400).jpeg().toBuffer()
      return whole.subarray(0, whole.length / 2)
    },
  ],
  [
    'the head of a JPEG before HTML',
    () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from(SCRIPT)]),
  ],
  [
    'the head of a PNG before HTML',
    () => Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.from(SCRIPT)]),
  ],
])('%s cannot be drawn, and nothing of it is kept', async (_, make) => {
  await expect(add(await make())).rejects.toMatchObject({ code: 'photo_invalid' })
  expect(uploads).toEqual([])
})

test.each<[string, () => Promise<Buffer>]>([
  [
    'a JPEG with a page behind it',
    async () => Buffer.concat([await picture().jpeg().toBuffer(), Buffer.from(SCRIPT)]),
  ],
  [
    'a PNG with an archive behind it',
    async () =>
      Buffer.concat([await picture().png().toBuffer(), Buffer.from('PK\x03\x04'), Buffer.from(SCRIPT)]),
  ],
  ['a WebP', () => picture().webp().toBuffer()],
  [
    'a photo that says where it was taken',
    () =>
      picture()
        .jpeg()
        .withExif({
          IFD0: { Copyright: SCRIPT },
          IFD3: { GPSLatitude: '47/1 22/1 0/1', GPSLatitudeRef: 'N' },
        })
        .toBuffer(),
  ],
])('%s is drawn anew: a JPEG without a trace of the rest', async (_, make) => {
  await add(await make())
  const [kept] = uploads
  if (!kept) throw new Error('Nothing was kept.')
  const { format, exif, width, height } = await sharp(kept.bytes).metadata()
  expect({ format, exif, width, height }).toEqual({ format: 'jpeg', exif: undefined, width: 60, height: 40 })
  expect(kept.bytes.includes('script')).toBe(false)
  expect(kept.bytes.includes('GPS')).toBe(false)
  expect(kept.contentType).toBe('image/jpeg')
  // The name is ours; none that somebody gave it is asked for.
  expect(kept.path).toMatch(new RegExp(`^${COMPANY}/checkin/[0-9a-f-]{36}\\.jpg$`))
})

test.each([
  ['a PDF', Buffer.from('%PDF-1.7\n%%EOF')],
  ['a text', Buffer.from('Führerausweis')],
])('where a photo is asked for, %s is refused as no photo', async (_, bytes) => {
  await expect(add(bytes, 'licence')).rejects.toMatchObject({ code: 'photo_only' })
  expect(uploads).toEqual([])
})

test('a PDF is kept as what it says it is, whatever hides in it, and its address has it saved, not opened', async () => {
  const pdf = Buffer.from(`%PDF-1.7\n${SCRIPT}\n%%EOF`)
  await add(pdf)
  expect(uploads).toMatchObject([{ bytes: pdf, contentType: 'application/pdf' }])
  const asked: unknown[] = []
  const createSignedUrl = async (...given: unknown[]) => {
    asked.push(given[2])
    return { data: { signedUrl: 'https://storage' }, error: null }
  }
  const db = { storage: { from: () => ({ createSignedUrl }) } } as unknown as Parameters<typeof signedUrl>[0]
  await signedUrl(db, 'a.pdf')
  await signedUrl(db, 'a.jpg')
  expect(asked).toEqual([{ download: true }, { download: false }])
})
