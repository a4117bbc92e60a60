import { describe, expect, test, vi } from 'vitest'
import { PermanentFailure } from '@/lib/core/outbox'
import { answer } from '../facts'
import { findSms, reservationId, run, sendMail, sendSms, worker } from './facts'

describe('a confirmation by mail', () => {
  const payload = { reservation_id: reservationId }

  test('goes out once under the id of its job and is kept in the conversation', async () => {
    const { ctx, recorded } = worker({ reservation_facts: answer })
    await run(ctx, 'mail.reservation_confirmed', payload)
    expect(sendMail).toHaveBeenCalledWith(
      expect.objectContaining({
        to: 'anna@example.ch',
        fromName: 'Alpenmobil AG',
        replyTo: 'hallo@alpenmobil.test',
      }),
      'job-1',
    )
    expect(recorded).toEqual([
      expect.objectContaining({ p_outbox_id: 'job-1', p_channel: 'email', p_provider_ref: 'mail-1' }),
    ])
  })

  test('is not sent when it is no longer true', async () => {
    const { ctx } = worker({ reservation_facts: { ...answer, status: 'cancelled' } })
    await run(ctx, 'mail.reservation_confirmed', payload)
    expect(sendMail).not.toHaveBeenCalled()
  })

  test('is not sent to nobody', async () => {
    const { ctx } = worker({
      reservation_facts: { ...answer, customer: { ...answer.customer, email: null } },
    })
    await run(ctx, 'mail.reservation_confirmed', payload)
    expect(sendMail).not.toHaveBeenCalled()
  })

  test('of a reservation that does not exist is given up', async () => {
    await expect(run(worker({}).ctx, 'mail.reservation_confirmed', payload)).rejects.toThrow(PermanentFailure)
  })
})

describe('a confirmation by text message', () => {
  const payload = { reservation_id: reservationId }

  test('names its subject as none: left out, the database would not know the function', async () => {
    const { ctx, recorded } = worker({ reservation_facts: answer })
    await run(ctx, 'sms.reservation_confirmed', payload)
    expect(recorded[0]).toHaveProperty('p_subject', null)
  })

  test('whose worker died after sending is recorded, not sent again', async () => {
    vi.mocked(findSms).mockResolvedValueOnce([{ sid: 'sms-of-first-attempt', segments: 2 }])
    const { ctx, recorded } = worker({ reservation_facts: answer })
    await run(ctx, 'sms.reservation_confirmed', payload, 2)
    expect(sendSms).not.toHaveBeenCalled()
    expect(recorded[0]).toHaveProperty('p_provider_ref', 'sms-of-first-attempt')
  })

  test('is sent although somebody else sent the same words to the number before', async () => {
    vi.mocked(findSms).mockResolvedValueOnce([{ sid: 'sms-of-another', segments: 2 }])
    const { ctx, recorded } = worker({ reservation_facts: answer, sent_before: [] })
    await run(ctx, 'sms.reservation_confirmed', payload, 2)
    expect(sendSms).toHaveBeenCalledOnce()
    expect(recorded[0]).toHaveProperty('p_provider_ref', 'sms-1')
  })

  test('takes as many of the month’s as it has parts, and in the end those Twilio counted', async () => {
    const { ctx, called } = worker({ reservation_facts: answer })
    await run(ctx, 'sms.reservation_confirmed', payload)
    expect(called('claim_text')).toEqual([expect.objectContaining({ p_outbox_id: 'job-1', p_segments: 2 })])
    expect(called('settle_text')).toEqual([])
    vi.mocked(sendSms).mockResolvedValueOnce({ sid: 'sms-2', segments: 3 })
    await run(ctx, 'sms.reservation_confirmed', payload)
    expect(called('settle_text')).toEqual([expect.objectContaining({ p_outbox_id: 'job-1', p_segments: 3 })])
  })

  test('is given up when the month has none left', async () => {
    const { ctx } = worker({ reservation_facts: answer, claim_text: 'used_up' })
    await expect(run(ctx, 'sms.reservation_confirmed', payload)).rejects.toThrow(PermanentFailure)
    expect(sendSms).not.toHaveBeenCalled()
  })

  test('floods nobody: the fourth within an hour is given up', async () => {
    const { ctx } = worker({ reservation_facts: answer })
    for (let sent = 0; sent < 3; sent += 1) await run(ctx, 'sms.reservation_confirmed', payload)
    await expect(run(ctx, 'sms.reservation_confirmed', payload)).rejects.toThrow(PermanentFailure)
    expect(sendSms).toHaveBeenCalledTimes(3)
  })
})
