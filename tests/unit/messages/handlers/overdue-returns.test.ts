import { describe, expect, test, vi } from 'vitest'
import { answer } from '../facts'
import { run, sendMail, sendSms, worker } from './facts'

describe('a reminder of a vehicle that should be back', () => {
  const payload = { contract_id: '0198a6a2-7d4e-7c3a-9f00-6b6b6b6b6b6b' }

  test('names the contract and the agreed end, by mail and as a short message', async () => {
    const { ctx } = worker({ overdue_facts: { ...answer, number: 'M-2026-00042', status: 'converted' } })
    await run(ctx, 'mail.return_overdue', payload)
    await run(ctx, 'sms.return_overdue', payload)
    expect(sendMail).toHaveBeenCalledWith(
      expect.objectContaining({ subject: 'Vertrag M-2026-00042: Die Rückgabe ist fällig' }),
      'job-1',
    )
    expect(vi.mocked(sendSms).mock.lastCall?.[0].text).toContain('Fr, 4. Dez. 2026, 10:00')
  })

  test('is not sent when the vehicle came back or the rental was extended meanwhile', async () => {
    const { ctx } = worker({ overdue_facts: null })
    await run(ctx, 'mail.return_overdue', payload)
    await run(ctx, 'sms.return_overdue', payload)
    expect(sendMail).not.toHaveBeenCalled()
    expect(sendSms).not.toHaveBeenCalled()
  })
})
