import { describe, expect, test, vi } from 'vitest'
import { answer } from '../facts'
import { run, sendMail, sendSms, worker } from './facts'

describe('the waiting list', () => {
  const payload = { waiting_entry_id: '0b7a2d1e-3c4f-4a5b-8c6d-7e8f9a0b1c2e' }
  const entry = {
    status: 'offered',
    starts_at: answer.starts_at,
    ends_at: answer.ends_at,
    offered_until: new Date(Date.now() + 3_600_000).toISOString(),
    locale: 'it',
    token: 'b'.repeat(64),
    category_names: { de: 'Kombi', it: 'Station wagon' },
    location_name: 'Zürich HB',
    equipment: ['tow_bar', 'bike_rack'],
    customer: answer.customer,
    company: answer.company,
    booking: null,
  }

  test('tells what became free in the customer’s language, by mail and as a short message, with the private link', async () => {
    const { ctx, recorded } = worker({ waiting_entry_facts: entry })
    await run(ctx, 'mail.waiting_offer', payload)
    await run(ctx, 'sms.waiting_offer', payload)
    const [mail] = vi.mocked(sendMail).mock.lastCall ?? []
    expect(mail).toMatchObject({ to: 'anna@example.ch', subject: 'Si è liberato un veicolo' })
    expect(mail?.text).toContain('Station wagon')
    expect(mail?.text).toContain('Gancio di traino, Portabici')
    expect(mail?.text).toContain('Non è ancora riservato')
    const [sms] = vi.mocked(sendSms).mock.lastCall ?? []
    expect(sms?.text).toContain(`/waiting/${'b'.repeat(64)}`)
    expect(recorded.map(({ p_customer_id }) => p_customer_id)).toEqual(['c', 'c'])
  })

  test('says that the vehicle is kept, where it is', async () => {
    const { ctx } = worker({ waiting_entry_facts: { ...entry, locale: 'de', booking: { id: 'r' } } })
    await run(ctx, 'mail.waiting_offer', payload)
    expect(vi.mocked(sendMail).mock.lastCall?.[0].text).toContain('Wir halten es bis')
  })

  test('tells nothing that is no longer true', async () => {
    for (const change of [
      { status: 'booked' },
      { status: 'withdrawn' },
      { offered_until: new Date(Date.now() - 1_000).toISOString() },
    ]) {
      const { ctx } = worker({ waiting_entry_facts: { ...entry, ...change } })
      for (const topic of ['mail.waiting_offer', 'sms.waiting_offer', 'mail.waiting_listed'])
        await run(ctx, topic, payload)
    }
    expect(sendMail).not.toHaveBeenCalled()
    expect(sendSms).not.toHaveBeenCalled()
  })
})
