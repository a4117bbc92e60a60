import { describe, expect, test, vi } from 'vitest'
import { answer } from '../facts'
import { reservationId, run, sendMail, sendSms, worker } from './facts'

describe('that staff are on their way', () => {
  const payload = {
    reservation_id: reservationId,
    handover: 'pickup',
    arrives_at: '2026-12-01T08:50:00+00:00',
  }

  test('is told in every language with the time of arrival in the company’s zone', async () => {
    for (const locale of ['de', 'fr', 'it', 'en']) {
      const { ctx } = worker({ arrival_facts: { ...answer, locale, arrives_at: payload.arrives_at } })
      await run(ctx, 'mail.on_the_way', payload)
      await run(ctx, 'sms.on_the_way', payload)
    }
    expect(new Set(vi.mocked(sendMail).mock.calls.map(([{ subject }]) => subject)).size).toBe(4)
    for (const [{ text }] of [...vi.mocked(sendMail).mock.calls, ...vi.mocked(sendSms).mock.calls])
      expect(text).toMatch(/\b09:50/)
  })

  test('names the telephone of the place they come to', async () => {
    const place = (phone: string) => ({ ...answer.pickup_location, phone })
    const places = { pickup_location: place('+41431111111'), return_location: place('+41432222222') }
    const { ctx } = worker({ arrival_facts: { ...answer, ...places, arrives_at: payload.arrives_at } })
    await run(ctx, 'sms.on_the_way', payload)
    await run(ctx, 'sms.on_the_way', { ...payload, handover: 'return' })
    const [pickup, back] = vi.mocked(sendSms).mock.calls.map(([{ text }]) => text)
    expect(pickup).toContain('+41 43 111 11 11')
    expect(back).toContain('+41 43 222 22 22')
  })

  test('is not told once they have arrived', async () => {
    const { ctx, called } = worker({ arrival_facts: null })
    await run(ctx, 'mail.on_the_way', payload)
    await run(ctx, 'sms.on_the_way', payload)
    expect(called('arrival_facts')[0]).toMatchObject({
      p_handover: 'pickup',
      p_arrives_at: payload.arrives_at,
    })
    expect(sendMail).not.toHaveBeenCalled()
    expect(sendSms).not.toHaveBeenCalled()
  })
})
