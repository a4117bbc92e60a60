import { describe, expect, test, vi } from 'vitest'
import { answer } from '../facts'
import { reservationId, run, sendMail, sendSms, worker } from './facts'

describe('a message that a late vehicle is ready', () => {
  const payload = { reservation_id: reservationId }

  test('goes out in every language once it is, and not before', async () => {
    for (const locale of ['de', 'fr', 'it', 'en']) {
      const { ctx } = worker({ reservation_facts: { ...answer, locale, vehicle_ready: true } })
      await run(ctx, 'mail.vehicle_ready', payload)
      await run(ctx, 'sms.vehicle_ready', payload)
    }
    expect(new Set(vi.mocked(sendMail).mock.calls.map(([mail]) => mail.subject)).size).toBe(4)
    expect(sendSms).toHaveBeenCalledTimes(4)
    const { ctx } = worker({ reservation_facts: { ...answer, vehicle_ready: false } })
    await run(ctx, 'mail.vehicle_ready', payload)
    expect(sendMail).toHaveBeenCalledTimes(4)
  })
})

describe('a warning that a vehicle is late', () => {
  const payload = { reservation_id: reservationId }

  test('goes out by mail and as a short message while it is true', async () => {
    const { ctx } = worker({ reservation_facts: { ...answer, vehicle_ready: false } })
    await run(ctx, 'mail.vehicle_late', payload)
    await run(ctx, 'sms.vehicle_late', payload)
    expect(sendMail).toHaveBeenCalledWith(
      expect.objectContaining({ to: 'anna@example.ch', subject: expect.stringContaining('R-2026-00042') }),
      'job-1',
    )
    expect(sendSms).toHaveBeenCalledOnce()
  })

  test('is not sent when the vehicle got ready meanwhile, or has left', async () => {
    for (const change of [{ vehicle_ready: true }, { vehicle_ready: false, status: 'converted' }]) {
      const { ctx } = worker({ reservation_facts: { ...answer, ...change } })
      await run(ctx, 'mail.vehicle_late', payload)
      await run(ctx, 'sms.vehicle_late', payload)
    }
    expect(sendMail).not.toHaveBeenCalled()
    expect(sendSms).not.toHaveBeenCalled()
  })
})
