import { describe, expect, test, vi } from 'vitest'
import { run, sendMail, worker } from './facts'

describe('a notice about the company’s own subscription', () => {
  const facts = {
    notice: 'payment_failed',
    email: 'owner@alpenmobil.test',
    language: 'de',
    name: 'Nora Frei',
    company: 'Alpenmobil',
    slug: 'alpenmobil',
    plan: 'business',
    time_zone: 'Europe/Zurich',
    trial_ends_at: '2026-11-20T10:00:00Z',
    grace_ends_at: '2026-12-20T10:00:00Z',
    subscribed: true,
  }

  test('goes to the owner in their language, from the platform, with the day that counts', async () => {
    const { ctx } = worker({ plan_notice_facts: facts })
    await run(ctx, 'mail.plan_notice', {})
    const [mail] = vi.mocked(sendMail).mock.lastCall ?? []
    expect(mail).toMatchObject({
      to: 'owner@alpenmobil.test',
      fromName: 'CRMS',
      subject: 'Zahlung für das Abo von Alpenmobil fehlgeschlagen',
    })
    expect(mail?.text).toContain('So, 20. Dez. 2026')
    expect(mail?.text).toContain('/dashboard/settings/plan')
  })

  test.each([
    ['trial_ending', 'fr', 'Alpenmobil : la période d’essai se termine bientôt'],
    ['suspended', 'it', 'Il conto di Alpenmobil è sospeso'],
    ['second_subscription', 'en', 'Second subscription for Alpenmobil ended and refunded'],
  ])('%s is told in %s', async (notice, language, subject) => {
    const { ctx } = worker({ plan_notice_facts: { ...facts, notice, language, subscribed: false } })
    await run(ctx, 'mail.plan_notice', {})
    expect(sendMail).toHaveBeenCalledWith(expect.objectContaining({ subject }), 'job-1')
  })

  test.each(['de', 'fr', 'it', 'en'])(
    'a new owner is welcomed in %s, with where their booking site is',
    async (language) => {
      const { ctx } = worker({ plan_notice_facts: { ...facts, notice: 'welcome', language } })
      await run(ctx, 'mail.plan_notice', {})
      const [mail] = vi.mocked(sendMail).mock.lastCall ?? []
      expect(mail?.subject).toContain('Alpenmobil')
      expect(mail?.text).toContain('http://alpenmobil.localhost:3000/')
      expect(mail?.text).toMatch(/http:\/\/localhost:3000\/dashboard$/m)
    },
  )

  test('is not sent when it is not true any more', async () => {
    await run(worker({ plan_notice_facts: null }).ctx, 'mail.plan_notice', {})
    expect(sendMail).not.toHaveBeenCalled()
  })
})
