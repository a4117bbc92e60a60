import { describe, expect, test, vi } from 'vitest'
import { run, sendMail, worker } from './facts'

describe('a reminder of what falls due on a vehicle', () => {
  const due = {
    item: 'inspection',
    due_on: '2026-12-20',
    due_km: null,
    odometer_km: 48_312,
    is_overdue: false,
    vehicle_id: '0198a6a2-7d4e-7c3a-9f00-5a5a5a5a5a5a',
    vehicle: 'VW Golf',
    plate: 'ZH 431 254',
    insurer: null,
    insurance_policy: null,
  }
  const told = (items: object[], company: object = {}) =>
    worker({
      due_items_facts: {
        items,
        company: 'Alpenmobil AG',
        email: 'flotte@alpenmobil.test',
        language: 'de',
        accent_color: '#0f766e',
        ...company,
      },
    }).ctx

  test('goes to the company, in its language, with the day it is due', async () => {
    await run(told([due]), 'mail.vehicle_due', {})
    const [mail] = vi.mocked(sendMail).mock.lastCall ?? []
    expect(mail).toMatchObject({ to: 'flotte@alpenmobil.test', subject: 'MFK fällig: ZH 431 254' })
    expect(mail?.text).toContain('So, 20. Dez. 2026')
    expect(mail?.text).toContain('/dashboard/fleet/0198a6a2-7d4e-7c3a-9f00-5a5a5a5a5a5a')
  })

  test('says what the odometer shows and that it is too late', async () => {
    const service = { ...due, item: 'service', due_on: null, due_km: 48_000, is_overdue: true }
    await run(told([service], { language: 'en' }), 'mail.vehicle_due', {})
    const [mail] = vi.mocked(sendMail).mock.lastCall ?? []
    expect(mail?.text).toContain('Service is overdue')
    expect(mail?.text).toContain("48'312")
  })

  test('lists several in one mail, each with its vehicle and day', async () => {
    const late = { ...due, is_overdue: true, due_on: '2026-11-20', plate: 'ZH 150 326', vehicle: 'Fiat 500' }
    await run(told([late, due, { ...due, plate: 'ZH 7', vehicle: 'VW Polo' }]), 'mail.vehicle_due', {})
    const [mail] = vi.mocked(sendMail).mock.lastCall ?? []
    expect(mail?.subject).toBe('3 Termine in Ihrer Flotte')
    expect(mail?.text).toContain('Fiat 500, ZH 150 326')
    expect(mail?.text).toContain('überfällig · Fällig am Fr, 20. Nov. 2026')
    expect(mail?.text).toContain('VW Golf, ZH 431 254')
    expect(mail?.text).toContain('VW Polo, ZH 7')
  })

  test('is not sent when nothing is due any more, or the company has no address', async () => {
    for (const ctx of [worker({ due_items_facts: null }).ctx, told([due], { email: null })])
      await run(ctx, 'mail.vehicle_due', {})
    expect(sendMail).not.toHaveBeenCalled()
  })
})
