import { beforeEach, expect, test, vi } from 'vitest'
import { sendOwnMessage } from '@/app/site/[company]/portal/[token]/messages/send/send-own-message'
import type { SiteContext } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { writeToCompany } from '@/lib/messages/conversation'
import { addOwnFile } from '@/lib/messages/files'

/** The portal's form as a browser sends it: words, photos, both, or nothing that says anything. */
vi.mock('@/lib/booking-site/open-booking', () => ({ openBooking: async () => ({ id: 'booking' }) }))
vi.mock('@/lib/core/current-request', () => ({ currentRequest: async () => ({ ip: '192.0.2.1' }) }))
vi.mock('@/lib/core/rate-limit', () => ({ limitRate: async () => undefined, RATE_LIMITS: { upload: {} } }))
vi.mock('@/lib/messages/files', () => ({ addOwnFile: vi.fn() }))
vi.mock('@/lib/messages/conversation', async (original) => ({
  ...(await original<object>()),
  writeToCompany: vi.fn(),
}))

const key = crypto.randomUUID()
beforeEach(() => {
  vi.clearAllMocks()
  vi.mocked(addOwnFile).mockImplementation(async (_, __, name) => ({
    id: crypto.randomUUID(),
    name,
    contentType: 'image/jpeg',
  }))
})
/** Through a request, as it comes. */
async function send(body: string, files: File[]) {
  const form = new FormData()
  form.set('key', key)
  form.set('body', body)
  for (const file of files) form.append('files', file)
  const sent = new Response(form)
  const headers = { 'content-type': sent.headers.get('content-type') ?? '' }
  const request = new Request('http://x.localhost/', {
    method: 'POST',
    body: await sent.arrayBuffer(),
    headers,
  })
  return sendOwnMessage({} as SiteContext, 'token', request)
}
const photo = (name = 'a.jpg', bytes = 10) => new File([new Uint8Array(bytes)], name, { type: 'image/jpeg' })

test('words and photos go together, under one key', async () => {
  await send('  Guten Tag ', [photo('eins.jpg'), photo('zwei.jpg')])
  expect(vi.mocked(addOwnFile).mock.calls.map(([, , name]) => name)).toEqual(['eins.jpg', 'zwei.jpg'])
  expect(writeToCompany).toHaveBeenCalledExactlyOnceWith(
    expect.anything(),
    'token',
    expect.objectContaining({
      body: 'Guten Tag',
      idempotencyKey: key,
      files: [expect.any(String), expect.any(String)],
    }),
  )
})

test('a photo needs no words; nothing at all is not sent', async () => {
  await send('', [photo()])
  expect(writeToCompany).toHaveBeenCalledOnce()
  // A field in which nothing was chosen sends an empty file.
  await send(' ', [new File([], '')])
  await send('x'.repeat(4_001), [])
  expect(writeToCompany).toHaveBeenCalledOnce()
})

test('too many and too large files stay behind alone; the words and the others leave', async () => {
  const many = [
    photo('a.jpg', 12_000_001),
    ...['b', 'c', 'd', 'e', 'f', 'g'].map((name) => photo(`${name}.jpg`)),
  ]
  expect(await send('x', many)).toEqual({
    isSent: true,
    refused: [
      { name: 'a.jpg', code: 'too_large' },
      { name: 'f.jpg', code: 'too_many_files' },
      { name: 'g.jpg', code: 'too_many_files' },
    ],
  })
  expect(addOwnFile).toHaveBeenCalledTimes(4)
})

test('a form too large as a whole, and what is none, is refused before anything is sent', async () => {
  const heavy = Array.from({ length: 3 }, () => photo('a.jpg', 11_000_000))
  await expect(send('x', heavy)).rejects.toMatchObject({ code: 'too_large' })
  const noForm = new Request('http://x.localhost/', {
    method: 'POST',
    body: '{}',
    headers: { 'content-type': 'application/json' },
  })
  await expect(sendOwnMessage({} as SiteContext, 'token', noForm)).rejects.toMatchObject({
    code: 'invalid_input',
  })
  expect(addOwnFile).not.toHaveBeenCalled()
  expect(writeToCompany).not.toHaveBeenCalled()
})

test('one unreadable file is named, and the readable ones leave with the words', async () => {
  vi.mocked(addOwnFile).mockRejectedValueOnce(new AppError('photo_invalid'))
  expect(await send('x', [photo('broken.jpg'), photo('good.jpg')])).toEqual({
    isSent: true,
    refused: [{ name: 'broken.jpg', code: 'photo_invalid' }],
  })
  expect(writeToCompany).toHaveBeenCalledExactlyOnceWith(
    expect.anything(),
    'token',
    expect.objectContaining({ body: 'x', files: [expect.any(String)] }),
  )
})

test('where nothing is left to send, nothing is sent; how full the storage is, is not told', async () => {
  vi.mocked(addOwnFile).mockRejectedValueOnce(new AppError('quota_reached'))
  expect(await send('', [photo()])).toEqual({
    isSent: false,
    refused: [{ name: 'a.jpg', code: 'files_closed' }],
  })
  expect(writeToCompany).not.toHaveBeenCalled()
})

test('a fault of ours sends nothing: the customer goes back to what they wrote', async () => {
  vi.mocked(addOwnFile).mockRejectedValueOnce(new AppError('unavailable'))
  await expect(send('x', [photo()])).rejects.toMatchObject({ code: 'unavailable' })
  expect(writeToCompany).not.toHaveBeenCalled()
})
