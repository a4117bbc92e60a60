import { describe, expect, test, vi } from 'vitest'
import { answer } from '../facts'
import { reservationId, run, sendMail, sendSms, worker } from './facts'

describe('a message whose time has come', () => {
  const payload = { reservation_id: reservationId }
  const topics = ['mail.checkin_invitation', 'mail.day_before', 'mail.return_reminder', 'sms.day_before']

  test('is written in every language, with the way to what it asks for', async () => {
    for (const locale of ['de', 'fr', 'it', 'en']) {
      const offer_upsells = [
        { kind: 'category', names: { de: 'Kombi', fr: 'Break' }, prices_rappen: [4_500] },
        { kind: 'extra', names: { de: 'Kindersitz', fr: 'Siège enfant' }, prices_rappen: [1_500, 3_000] },
      ]
      const { ctx } = worker({ timed_facts: { ...answer, locale }, offer_upsells })
      for (const topic of topics) await run(ctx, topic, payload)
    }
    expect(sendMail).toHaveBeenCalledTimes(12)
    expect(sendSms).toHaveBeenCalledTimes(4)
    const texts = vi.mocked(sendMail).mock.calls.map(([mail]) => mail.text)
    expect(texts[0]).toContain(`/portal/${'a'.repeat(64)}/checkin`)
    expect(texts[1]).toContain('Führerausweis')
    expect(texts[1]).toMatch(/Upgrade auf Kombi.*45\.00/)
    expect(texts[1]).toMatch(/Kindersitz.*15\.00/)
    expect(texts[4]).toMatch(/Siège enfant.*15\.00/)
    expect(new Set(texts).size).toBe(12)
    for (const [{ text }] of vi.mocked(sendSms).mock.calls) expect(text).not.toMatch(/undefined|[!\n]/)
  })

  test('that asks for a review leads where reviews are left', async () => {
    const { ctx } = worker({ timed_facts: { ...answer, review_url: 'https://example.ch/review' } })
    await run(ctx, 'mail.review_request', payload)
    const [mail] = vi.mocked(sendMail).mock.calls[0] ?? []
    expect(mail?.text).toContain(':\nhttps://example.ch/review')
    expect(mail?.text).not.toContain(`/portal/${answer.token}\n`)
  })

  test('is not sent once it is not true any more', async () => {
    const { ctx } = worker({ timed_facts: null })
    for (const topic of topics) await run(ctx, topic, payload)
    expect(sendMail).not.toHaveBeenCalled()
    expect(sendSms).not.toHaveBeenCalled()
  })
})
