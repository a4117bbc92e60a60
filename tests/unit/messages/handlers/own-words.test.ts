import { describe, expect, test, vi } from 'vitest'
import { answer } from '../facts'
import { reservationId, run, sendMail, sendSms, worker } from './facts'

describe('a company’s own words', () => {
  const own = {
    subject: 'Hoi {{customer}}',
    heading: 'Bis bald',
    body: 'Nummer {{number}}, {{vehicle}}.',
    closing: '',
    button: 'Los',
  }
  const payload = { reservation_id: reservationId }

  test('are asked for by event, channel and language, and are what the customer reads', async () => {
    const { ctx, called } = worker({ reservation_facts: answer, message_template: own })
    await run(ctx, 'mail.reservation_confirmed', payload)
    expect(called('message_template')).toEqual([
      expect.objectContaining({
        p_event: 'reservation_confirmed',
        p_channel: 'email',
        p_language: 'de',
      }),
    ])
    const [mail] = vi.mocked(sendMail).mock.lastCall ?? []
    expect(mail?.subject).toBe('Hoi Anna Müller')
    expect(mail?.text).toContain('Nummer R-2026-00042, Škoda Octavia Combi.')
    // What was booked and the way to it stand in every mail.
    expect(mail?.text).toContain('Bahnhofplatz 1')
    expect(mail?.text).toMatch(/Los:\nhttp.*\/portal\//)
  })

  test('are sent to whoever writes them as a test, marked as one and kept in no conversation', async () => {
    const facts = { company: { ...answer.company, currency: 'CHF' }, reservation: null }
    const { ctx, recorded } = worker({ test_message_facts: facts })
    const draft = { event: 'day_before', language: 'de', to: 'nora@alpenmobil.test', reservation_id: null }
    await run(ctx, 'message.test', { ...draft, channel: 'email', texts: own })
    expect(vi.mocked(sendMail).mock.lastCall?.[0]).toMatchObject({
      to: 'nora@alpenmobil.test',
      subject: '[Test] Hoi Anna Müller',
    })
    await run(ctx, 'message.test', {
      ...draft,
      to: '+41791112233',
      channel: 'sms',
      texts: { body: '{{company}} {{number}}' },
    })
    expect(vi.mocked(sendSms).mock.lastCall?.[0]).toMatchObject({ text: 'Alpenmobil AG R-2026-00042' })
    expect(recorded).toEqual([])
  })
})
