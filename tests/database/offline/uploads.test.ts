import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import type { CompanyContext } from '@/lib/core/context'
import { performStep } from '@/lib/handover/commands'
import { openUpload } from '@/lib/handover/photos/uploads'
import { PhotoUpload, Step } from '@/lib/handover/schema'
import { addMember, foundCompany } from '../support/companies.ts'
import { freshDatabase } from '../support/database.ts'
import { freeSlots, type RentalCompany } from '../support/fleet.ts'
import { gatewayOn } from '../support/gateway.ts'
import { bookAndPay, startPickup } from '../support/rentals.ts'
import { contextOf, roomyCompany } from './phone-world.ts'

/** Photos on their way: straight to storage, drawn anew by the server, and whatever else somebody may send. */
const database = freshDatabase()
let company: RentalCompany
const gateway = gatewayOn(database, async () => {
  company = await roomyCompany(database)
})
const slot = freeSlots(() => company)
let ctx: CompanyContext
let vehicleId: string
let handoverId: string

beforeAll(async () => {
  ctx = await contextOf(gateway, company, company.owner.userId)
  const wish = slot()
  vehicleId = wish.vehicleId
  const { id } = await bookAndPay(database, company, wish)
  handoverId = (await database.as(company.owner, (sql) => startPickup(sql, id))).handoverId
})

async function put(photoId: string, bytes: Buffer, contentType = 'image/jpeg', as = ctx) {
  const { url } = await openUpload(as, { photoId })
  const { pathname, search } = new URL(url ?? 'http://taken.invalid')
  return gateway.fetch(pathname + search, {
    method: 'PUT',
    headers: { 'content-type': contentType },
    body: Uint8Array.from(bytes),
  })
}
function stepOf(photoId: string): Step {
  const now = new Date().toISOString()
  return Step.parse({
    id: randomUUID(),
    owner: `${company.companyId}:${company.owner.userId}`,
    nth: 1,
    deviceId: randomUUID(),
    deviceAt: now,
    sentAt: now,
    clockOffsetMs: null,
    vehicleId,
    handoverId,
    work: { kind: 'add_photo', photoId, position: 'front' },
  })
}
const add = (step: Step) => performStep(ctx, step, { ip: null, userAgent: null })
const secret = () => gateway.client(gateway.secretKey).storage
const isWaiting = async (photoId: string) =>
  (await secret().from('uploads').download(`${company.companyId}/handovers/${photoId}`)).error === null

const wide = { create: { width: 1_200, height: 800, channels: 3 as const, background: '#48c' } }
const gps = { IFD0: { Make: 'Kamera' }, IFD3: { GPSLatitude: '47/1 22/1 0/1', GPSLatitudeRef: 'N' } }

test('a photo goes straight to storage, loses its place, and its upload is cleared away', async () => {
  const photoId = randomUUID()
  const photo = await sharp(wide).jpeg().withExif(gps).toBuffer()
  expect((await put(photoId, photo)).status).toBe(200)
  const step = stepOf(photoId)
  await add(step)
  expect(await isWaiting(photoId)).toBe(false)
  const kept = await secret().from('evidence').download(`${company.companyId}/handovers/${photoId}.jpg`)
  const bytes = Buffer.from((await kept.data?.arrayBuffer()) ?? new ArrayBuffer(0))
  expect((await sharp(bytes).metadata()).exif).toBeUndefined()
  const [row] = await database.as(
    company.owner,
    (sql) => sql`select width, height, position from public.handover_photos where id = ${photoId}`,
  )
  expect(row).toEqual({ width: 1_200, height: 800, position: 'front' })
  // Its answer was lost: the same step once more finds everything done.
  await add(step)
})

const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic')])
const corpus: [string, () => Buffer | Promise<Buffer>][] = [
  ['an SVG', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
  ['a page', () => Buffer.from('<!doctype html><script>alert(1)</script>')],
  ['a HEIC', () => heic],
  ['a GIF', () => Buffer.from('GIF89a\x01\x00\x01\x00\x00\x00\x00;', 'latin1')],
  ['a PDF', () => Buffer.from('%PDF-1.7')],
  ['a program', () => readFileSync(process.execPath).subarray(0, 4_096)],
  ['nothing at all', () => Buffer.from([0])],
  ['half a JPEG', async () => (await sharp(wide).jpeg().toBuffer()).subarray(0, 900)],
  [
    'a JPEG start before a script',
    () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from('<script>')]),
  ],
  ['a picture of 900 million pixels', () => readFileSync(path.join(import.meta.dirname, 'pixel-bomb.png'))],
]

test.each(corpus)('%s is no photo, and leaves nothing among the evidence', async (_, bytes) => {
  const photoId = randomUUID()
  await put(photoId, await bytes())
  await expect(add(stepOf(photoId))).rejects.toMatchObject({ code: 'photo_invalid' })
  const found = await database.as(
    company.owner,
    (sql) => sql`select from public.handover_photos where id = ${photoId}`,
  )
  expect(found).toHaveLength(0)
  expect(
    (await secret().from('evidence').download(`${company.companyId}/handovers/${photoId}.jpg`)).error,
  ).not.toBeNull()
})

test.each(['../../evidence/x', 'x.svg', 'photo.jpg%00.html', 'a/b', '<script>.jpg', 'CON', 'ü'.repeat(300)])(
  'a photo is never called what somebody calls it: %s',
  async (name) => {
    await expect(openUpload(ctx, PhotoUpload.parse({ photoId: randomUUID(), name }))).resolves.toMatchObject({
      url: expect.not.stringContaining(encodeURIComponent(name)),
    })
    expect(PhotoUpload.safeParse({ photoId: name }).success).toBe(false)
  },
)

test('what hides behind a photo does not survive', async () => {
  const photoId = randomUUID()
  await put(
    photoId,
    Buffer.concat([await sharp(wide).jpeg().toBuffer(), Buffer.from('<script>alert(1)</script>')]),
  )
  await add(stepOf(photoId))
  const kept = await secret().from('evidence').download(`${company.companyId}/handovers/${photoId}.jpg`)
  expect(Buffer.from((await kept.data?.arrayBuffer()) ?? new ArrayBuffer(0)).includes('<script>')).toBe(false)
})

test('a step without its upload asks for it again', async () => {
  await expect(add(stepOf(randomUUID()))).rejects.toMatchObject({ code: 'upload_missing' })
})

test('an upload that lies there already needs no second one', async () => {
  const photoId = randomUUID()
  await put(photoId, await sharp(wide).jpeg().toBuffer())
  expect(await openUpload(ctx, { photoId })).toEqual({ url: null })
})

test('a step of somebody else is not sent in my name', async () => {
  const colleague = await addMember(database, company.companyId, 'staff')
  const theirs = { ...stepOf(randomUUID()), owner: `${company.companyId}:${colleague.userId}` }
  await expect(add(theirs)).rejects.toMatchObject({ code: 'not_signed_in' })
})

test('another company and a viewer open no uploads here, and see none', async () => {
  const photoId = randomUUID()
  await put(photoId, await sharp(wide).jpeg().toBuffer())
  const path = `${company.companyId}/handovers/${photoId}`
  const stranger = await foundCompany(database)
  const viewer = await addMember(database, company.companyId, 'viewer')
  const theirs = await contextOf(
    gateway,
    { ...company, companyId: stranger.companyId },
    stranger.owner.userId,
  )
  const looking = await contextOf(gateway, company, viewer.userId)
  for (const { db } of [theirs, looking]) {
    const uploads = db.storage.from('uploads')
    expect((await uploads.download(path)).error).not.toBeNull()
    expect(
      (await uploads.createSignedUploadUrl(`${company.companyId}/handovers/${randomUUID()}`)).error,
    ).not.toBeNull()
    await uploads.remove([path])
    expect(await isWaiting(photoId)).toBe(true)
  }
})
