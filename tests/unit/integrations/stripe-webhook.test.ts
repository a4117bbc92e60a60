import { createHmac } from 'node:crypto'
import { beforeEach, expect, test, vi } from 'vitest'
import { env } from '@/lib/core/env'
import { storeEvent } from '@/lib/core/inbox'
import { receiveStripeEvent } from '@/lib/integrations/stripe/webhook'

/** What Stripe sends: stored as it came, once its signature is right for the raw body; nothing else is stored. */
vi.mock('@/lib/core/inbox', () => ({ storeEvent: vi.fn(async () => true) }))
const stored = () => vi.mocked(storeEvent).mock.calls.map(([event]) => event)
beforeEach(() => vi.clearAllMocks())

const platform = {
  id: 'evt_1',
  object: 'event',
  type: 'invoice.paid',
  livemode: false,
  data: { object: { id: 'in_1' } },
}
const connected = { ...platform, id: 'evt_2', type: 'payment_intent.succeeded', account: 'acct_1' }
const { STRIPE_WEBHOOK_SECRET: OURS, STRIPE_CONNECT_WEBHOOK_SECRET: THEIRS } = env()

function signed(body: string, secret: string, secondsAgo = 0): string {
  const at = Math.floor(Date.now() / 1_000) - secondsAgo
  return `t=${at},v1=${createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')}`
}
const receive = (body: string, signature: string | null) => receiveStripeEvent(body, signature, 'request')

test('what is signed with the secret of its endpoint is stored', async () => {
  for (const [event, secret] of [
    [platform, OURS],
    [connected, THEIRS],
  ] as const) {
    const body = JSON.stringify(event)
    expect(await receive(body, signed(body, secret))).toBe(event.id)
  }
  expect(stored()).toMatchObject([
    { eventId: 'evt_1', account: null, type: 'invoice.paid' },
    { eventId: 'evt_2', account: 'acct_1', payload: connected },
  ])
})

test('a kind that nobody knows yet is stored all the same', async () => {
  const body = JSON.stringify({ ...platform, type: 'something.new' })
  await receive(body, signed(body, OURS))
  expect(stored()).toMatchObject([{ type: 'something.new' }])
})

test('one secret does not speak for the other: neither a platform for an account, nor an account for the platform', async () => {
  for (const [event, secret] of [
    [platform, THEIRS],
    [connected, OURS],
  ] as const) {
    const body = JSON.stringify(event)
    await expect(receive(body, signed(body, secret))).rejects.toMatchObject({ code: 'invalid_signature' })
  }
  expect(stored()).toEqual([])
})

const body = JSON.stringify(platform)
test.each([
  ['no signature', body, null],
  ['an empty one', body, ''],
  ['nonsense', body, 't=1,v1=abc'],
  ['another secret', body, signed(body, 'whsec_other')],
  ['one of an hour ago', body, signed(body, OURS, 3_600)],
  ['a body that was written anew', JSON.stringify(platform, null, 2), signed(body, OURS)],
  ['another body', JSON.stringify({ ...platform, type: 'account.updated' }), signed(body, OURS)],
  ['no JSON', 'evt_1', signed('evt_1', OURS)],
  ['nothing', '', signed('', OURS)],
  ['null', 'null', signed('null', OURS)],
])('%s is refused, and nothing is stored', async (_, given, signature) => {
  await expect(receive(given, signature)).rejects.toMatchObject({ code: 'invalid_signature', status: 400 })
  expect(stored()).toEqual([])
})

test('an event of the other mode is refused, and nothing is stored', async () => {
  const live = JSON.stringify({ ...platform, livemode: true })
  await expect(receive(live, signed(live, OURS))).rejects.toMatchObject({ code: 'wrong_mode' })
  expect(stored()).toEqual([])
})
