import { createHmac } from 'node:crypto'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { env } from '@/lib/core/env'
import { storeEvent } from '@/lib/core/inbox'
import { receiveResendEvent } from '@/lib/integrations/resend/webhook'
import { processIncomingMessage } from '@/lib/integrations/twilio/incoming-message'
import { receiveTwilioEvent } from '@/lib/integrations/twilio/webhook'

/** What comes in from Twilio and Resend: nothing that they did not sign is stored, and what they send twice has one name. */
vi.mock('@/lib/core/inbox', () => ({ storeEvent: vi.fn(async () => true) }))
const stored = () => vi.mocked(storeEvent).mock.calls.map(([event]) => event)
beforeEach(() => vi.clearAllMocks())

describe('Twilio', () => {
  const path = '/api/webhooks/twilio'
  const id = (letters: string) => letters + 'a'.repeat(32)
  const fields = {
    MessageSid: id('SM'),
    SmsStatus: 'received',
    From: '+41791234567',
    To: '+41440000000',
    Body: 'Hallo',
  }
  const signed = (
    of: Record<string, string>,
    token = env().TWILIO_AUTH_TOKEN,
    at = `http://localhost:3000${path}`,
  ) =>
    createHmac('sha1', token)
      .update(
        at +
          Object.keys(of)
            .sort()
            .map((name) => name + of[name])
            .join(''),
      )
      .digest('base64')
  const receive = (of: Record<string, string>, signature: string | null) =>
    receiveTwilioEvent(new URLSearchParams(of).toString(), { path, signature, requestId: 'r' })

  test('what it signed is stored, under the same name however often it comes', async () => {
    const names = [await receive(fields, signed(fields)), await receive(fields, signed(fields))]
    expect(new Set(names)).toEqual(new Set([`${fields.MessageSid}:received`]))
    expect(stored()[0]).toMatchObject({ type: 'message.received', payload: { body: 'Hallo', media: [] } })
  })

  test('nothing is stored without its signature: none, a wrong one, another secret, another address, another text', async () => {
    for (const signature of [
      null,
      '',
      'x'.repeat(28),
      signed(fields, 'another-secret'),
      signed(fields, undefined, 'http://evil.example/api/webhooks/twilio'),
      signed({ ...fields, Body: 'Anderes' }),
    ])
      await expect(receive(fields, signature)).rejects.toMatchObject({ code: 'invalid_signature' })
    for (const missing of ['MessageSid', 'SmsStatus']) {
      const { [missing]: _, ...rest } = fields as Record<string, string>
      await expect(receive(rest, signed(rest))).rejects.toMatchObject({ code: 'invalid_signature' })
    }
    expect(stored()).toEqual([])
  })

  test('of the addresses of files only Twilio’s media are kept, ten at most', async () => {
    const media = `https://api.twilio.com/2010-04-01/Accounts/${id('AC')}/Messages/${id('MM')}/Media/${id('ME')}`
    const many = Object.fromEntries(Array.from({ length: 14 }, (_, nth) => [`MediaUrl${nth}`, media]))
    const sent = { ...fields, NumMedia: '14', ...many, MediaUrl0: 'http://169.254.169.254/latest/' }
    await receive(sent, signed(sent))
    expect(stored()[0]?.payload).toMatchObject({ media: Array(9).fill(new URL(media).pathname) })
    const odd = { ...fields, NumMedia: '-1e9' }
    await receive(odd, signed(odd))
  })

  test('a message from a number of our own goes in no circle', async () => {
    const rpc = vi.fn()
    const event = {
      type: 'message.received',
      payload: { sid: 's', from: env().TWILIO_FROM, to: '+41791234567', body: 'Hallo' },
    }
    const outcome = await processIncomingMessage({ rpc } as never, event as never)
    expect(outcome.status).toBe('ignored')
    expect(rpc).not.toHaveBeenCalled()
  })
})

describe('Resend', () => {
  const secret = `whsec_${Buffer.from('a secret of the tests').toString('base64')}`
  beforeEach(() => {
    Object.assign(env(), { RESEND_WEBHOOK_SECRET: secret })
  })
  const body = JSON.stringify({ type: 'email.received', data: { email_id: 'm-1' } })
  const now = () => String(Math.floor(Date.now() / 1_000))
  const signed = (timestamp = now(), of = body, key = 'a secret of the tests') => ({
    id: 'msg-1',
    timestamp,
    signature: `v1,${createHmac('sha256', key).update(`msg-1.${timestamp}.${of}`).digest('base64')}`,
  })
  const receive = (
    given: ReturnType<typeof signed> | Record<'id' | 'timestamp' | 'signature', null>,
    of = body,
  ) => receiveResendEvent(of, { signed: given, requestId: 'r' })

  test('what it signed is stored, under the same name however often it comes', async () => {
    expect([await receive(signed()), await receive(signed())]).toEqual(['m-1:msg-1', 'm-1:msg-1'])
  })

  test('nothing is stored without its signature: none, another secret, another body, an hour old, or no event', async () => {
    const old = String(Number(now()) - 3_600)
    for (const given of [
      { id: null, timestamp: null, signature: null },
      signed(now(), body, 'another secret'),
      signed(now(), body.replace('m-1', 'm-2')),
      signed(old),
    ])
      await expect(receive(given)).rejects.toMatchObject({ code: 'invalid_signature' })
    const none = '{"type":1}'
    await expect(receive(signed(now(), none), none)).rejects.toMatchObject({ code: 'invalid_signature' })
    expect(stored()).toEqual([])
  })
})
