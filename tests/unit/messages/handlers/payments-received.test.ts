import { describe, expect, test, vi } from 'vitest'
import { run, sendMail, worker } from './facts'

const facts = {
  numbers: ['F-2026-00042'],
  amount_rappen: 12_000,
  open_rappen: 3_500,
  currency: 'CHF',
  locale: 'de',
  page: 'pay',
  token: 'a'.repeat(64),
  reservation_id: '0b7a2d1e-3c4f-4a5b-8c6d-7e8f9a0b1c2d',
  company: {
    slug: 'alpenmobil',
    name: 'Alpenmobil AG',
    email: 'hallo@alpenmobil.test',
    phone: '+41440000000',
    accent_color: '#0f766e',
  },
  customer: { id: 'c', name: 'Anna Müller', email: 'anna@example.ch' },
}
const payload = { payment_id: crypto.randomUUID() }
async function told(change: object = {}) {
  const { ctx, recorded } = worker({ payment_received_facts: { ...facts, ...change } })
  await run(ctx, 'mail.payment_received', payload)
  return { mail: vi.mocked(sendMail).mock.calls.at(-1)?.[0], recorded }
}

describe('that a payment has arrived', () => {
  test('is told with its amount, what it is for, what remains and the way to it', async () => {
    const { mail, recorded } = await told()
    expect(mail?.subject).toBe('Zahlung erhalten: F-2026-00042')
    expect(mail?.text).toContain('Wir haben CHF\u00A0120.00 für F-2026-00042 erhalten.')
    expect(mail?.text).toContain('CHF\u00A035.00')
    expect(mail?.text).toContain(`/pay/${facts.token}?lang=${facts.locale}`)
    expect(recorded[0]).toMatchObject({ p_channel: 'email', p_reservation_id: facts.reservation_id })
  })

  test('says in every language that nothing remains, instead of an amount of nothing', async () => {
    for (const [locale, word] of [
      ['de', 'nichts'],
      ['fr', 'rien'],
      ['it', 'nulla'],
      ['en', 'nothing'],
    ]) {
      const { mail } = await told({ locale, open_rappen: 0 })
      expect(mail?.text).toContain(word)
      expect(mail?.text).not.toMatch(/\D0\.00/)
    }
  })

  test('of a booking leads to the booking; of many invoices names the first of them', async () => {
    expect((await told({ page: 'portal' })).mail?.text).toContain(
      `/portal/${facts.token}?lang=${facts.locale}`,
    )
    const numbers = Array.from({ length: 7 }, (_, nth) => `F-2026-0000${nth}`)
    expect((await told({ numbers })).mail?.subject).toBe(
      'Zahlung erhalten: F-2026-00000, F-2026-00001, F-2026-00002, F-2026-00003, F-2026-00004, …',
    )
  })

  test('is not told of what was given back, nor to who has no address', async () => {
    vi.mocked(sendMail).mockClear()
    const { ctx } = worker({ payment_received_facts: null })
    await run(ctx, 'mail.payment_received', payload)
    await told({ customer: { ...facts.customer, email: null } })
    expect(sendMail).not.toHaveBeenCalled()
  })
})
