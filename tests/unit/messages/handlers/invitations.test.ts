import { expect, test, vi } from 'vitest'
import { reservationId, run, sendMail, worker } from './facts'

test('an invitation that was revoked meanwhile is not sent', async () => {
  const invitation = {
    email: 'neu@alpenmobil.test',
    role: 'staff',
    company: 'Alpenmobil AG',
    locale: 'de',
    invited_by: 'Nora Frei',
    token: 't',
    expires_at: '2026-11-28T09:00:00Z',
    open: false,
  }
  await run(worker({ invitation_facts: invitation }).ctx, 'mail.invitation', { invitation_id: reservationId })
  expect(sendMail).not.toHaveBeenCalled()
  await run(worker({ invitation_facts: { ...invitation, open: true } }).ctx, 'mail.invitation', {
    invitation_id: reservationId,
  })
  expect(vi.mocked(sendMail).mock.calls[0]?.[0].text).toContain('http://localhost:3000/invitation/t')
})
