import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../database/support/database.ts'
import { gatewayOn } from '../database/support/gateway.ts'

const database = freshDatabase()
const gateway = gatewayOn(database)
const bucket = 'handover-test'
const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3])

beforeAll(async () => {
  await gateway.client(gateway.secretKey).storage.createBucket(bucket, { public: false })
})

const objects = () => gateway.client(gateway.secretKey).storage.from(bucket)
const download = async (url: string) => {
  const { pathname, search } = new URL(url)
  return gateway.fetch(pathname + search)
}

test('a file sent as a form arrives as it was, with its type', async () => {
  const { error } = await objects().upload('a/form.png', new Blob([png], { type: 'image/png' }))
  expect(error).toBeNull()
  const { data } = await objects().download('a/form.png')
  expect(data?.type).toBe('image/png')
  expect(new Uint8Array((await data?.arrayBuffer()) ?? [])).toEqual(png)
})

test('bare bytes arrive as well', async () => {
  const { error } = await objects().upload('a/bytes.png', png.buffer, { contentType: 'image/png' })
  expect(error).toBeNull()
})

test('a signed link opens without a key, a forged one does not', async () => {
  await objects().upload('a/signed.png', png.buffer, { contentType: 'image/png' })
  const { data } = await objects().createSignedUrl('a/signed.png', 60)
  expect(data?.signedUrl).toMatch(
    /^http:\/\/127\.0\.0\.1:54321\/storage\/v1\/object\/sign\/handover-test\/a\/signed\.png\?token=/,
  )
  expect((await download(data?.signedUrl ?? '')).status).toBe(200)
  expect((await download(`${data?.signedUrl}x`)).status).toBe(400)
})

test('several links are signed at once; a missing file has no link', async () => {
  await objects().upload('a/one.png', png.buffer, { contentType: 'image/png' })
  const { data } = await objects().createSignedUrls(['a/one.png', 'a/none.png'], 60)
  expect(data?.[0]).toMatchObject({
    path: 'a/one.png',
    error: null,
    signedUrl: expect.stringContaining('/storage/v1/object/sign/'),
  })
  expect(data?.[1]?.error).not.toBeNull()
})

test('a signed upload takes a file without a key', async () => {
  const { data } = await objects().createSignedUploadUrl('a/later.png')
  const visitor = gateway.client().storage.from(bucket)
  const { error } = await visitor.uploadToSignedUrl(
    'a/later.png',
    data?.token ?? '',
    new Blob([png], { type: 'image/png' }),
  )
  expect(error).toBeNull()
  expect((await objects().download('a/later.png')).data?.type).toBe('image/png')
})

test('a visitor can neither read nor write a private bucket', async () => {
  const visitor = gateway.client().storage.from(bucket)
  expect((await visitor.upload('a/evil.png', png.buffer)).error).not.toBeNull()
  expect((await visitor.download('a/form.png')).error).not.toBeNull()
  expect((await visitor.list('a')).data).toEqual([])
})
