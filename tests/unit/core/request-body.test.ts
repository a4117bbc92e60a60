import { Readable } from 'node:stream'
import { getCloneableBody } from 'next/dist/server/body-streams'
import { expect, test, vi } from 'vitest'
import { MOST_FILE_BYTES } from '@/lib/core/kept-file'
import { MOST_PHOTO_BYTES } from '@/lib/core/picture'
import { readBytes } from '@/lib/core/request-body'
import { MOST_DOCUMENT_BYTES } from '@/lib/fleet/documents'
import { MOST_BYTES as MOST_BANK_FILE_BYTES } from '@/lib/money/bank/read-bank-file'

/** What is sent to us is taken whole or refused; a piece of it is never kept. */
const MEGABYTE = 1_000_000

/** A request as a route reads it once the proxy has let it through. */
async function throughProxy(bytes: number, most: number): Promise<Request> {
  const pieces = Array.from({ length: bytes / 10_000 }, () => Buffer.alloc(10_000))
  const incoming = Readable.from(pieces, { autoDestroy: false, objectMode: false }) as unknown as Parameters<
    typeof getCloneableBody
  >[0]
  const body = getCloneableBody(incoming, most)
  body.cloneBodyStream()
  await body.finalize()
  return new Request('http://localhost/', {
    method: 'POST',
    headers: { 'content-length': String(bytes) },
    body: incoming,
    duplex: 'half',
  } as unknown as RequestInit)
}

test('the proxy lets through whatever a route may take', async () => {
  const { default: config } = await import(new URL('../../../next.config.js', import.meta.url).href)
  const most = Number((await config()).experimental.proxyClientMaxBodySize)
  const limits = [
    MOST_FILE_BYTES,
    MOST_PHOTO_BYTES,
    MOST_DOCUMENT_BYTES,
    MOST_BANK_FILE_BYTES,
    2.5 * MOST_FILE_BYTES,
  ]
  expect(most).toBeGreaterThan(Math.max(...limits) + MEGABYTE)
  expect((await readBytes(await throughProxy(11.9 * MEGABYTE, most), MOST_FILE_BYTES)).byteLength).toBe(
    11.9 * MEGABYTE,
  )
})

test('a file that is too large is refused by what is announced, and by what arrives', async () => {
  await expect(
    readBytes(await throughProxy(12.6 * MEGABYTE, 64 * MEGABYTE), MOST_FILE_BYTES),
  ).rejects.toMatchObject({ code: 'too_large' })
  const unannounced = new Request('http://localhost/', { method: 'POST', body: Buffer.alloc(20) })
  await expect(readBytes(unannounced, 10)).rejects.toMatchObject({ code: 'too_large' })
})

test('what was cut off on its way is refused', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  const cut = await throughProxy(11 * MEGABYTE, 10 * MEGABYTE)
  await expect(readBytes(cut, MOST_FILE_BYTES)).rejects.toMatchObject({ code: 'too_large' })
})
