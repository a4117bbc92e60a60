import { afterEach, expect, test, vi } from 'vitest'
import { sendAnswers } from '@/components/checkin/send-answers'
import { sendFile } from '@/components/checkin/send-file'
import type { CheckinWords } from '@/components/checkin/words'

const words = { linkEnded: 'the link', notSaved: 'not yet', uploadFailed: 'failed' } as CheckinWords
const answering = (status: number, body: object = {}) => {
  const asked = vi.fn(async (_address: string, _init: RequestInit) => Response.json(body, { status }))
  vi.stubGlobal('fetch', asked)
  return asked
}
const send = (changes = {}) => sendAnswers('/portal/t', words, changes, false)

afterEach(() => void vi.unstubAllGlobals())

test('a replaced link is called that, for answers and files, and not a lost connection', async () => {
  answering(404)
  expect(await send()).toMatchObject({ message: 'the link', mayWorkLater: false })
  expect(await sendFile('/portal/t/checkin/files', 'licence', new Blob(['x']), words)).toBe('the link')
})

test('a lost connection and a busy server may work later', async () => {
  answering(503)
  expect(await send()).toMatchObject({ message: 'not yet', mayWorkLater: true })
  vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('Failed to fetch')))
  expect(await send()).toMatchObject({ message: 'not yet', mayWorkLater: true })
})

test('a refusal says at which fields', async () => {
  const error = { message: 'from 0', details: { field: 'persons', least: 0 } }
  answering(422, { error })
  expect(await send()).toMatchObject({ message: 'from 0', fields: ['persons'], mayWorkLater: false })
  answering(422, { error: { message: 'missing', details: { missing: ['licence', 'rules'] } } })
  expect(await send()).toMatchObject({ fields: ['licence', 'rules'] })
})

test('changes outlive the page they are sent from, unless they are too long for that', async () => {
  const asked = answering(200, { data: { answers: {}, files: [] } })
  await send({ name: 'Anna' })
  await send({ wishes: 'x'.repeat(30_000) })
  expect(asked.mock.calls.map(([, { keepalive }]) => keepalive)).toEqual([true, false])
})
