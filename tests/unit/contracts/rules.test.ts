import { expect, test } from 'vitest'
import { depositNeedsCustomer, legsOf, nextStepOf, paymentOf, standingOf } from '@/lib/contracts/rules'

const now = new Date('2026-11-21T12:00:00Z')
const zone = 'Europe/Zurich'

test('a running contract is due on its last day and overdue after its hour', () => {
  const active = (endsAt: string) => standingOf({ status: 'active', endsAt }, now, zone)
  expect(active('2026-11-22T08:00:00Z')).toBe('active')
  expect(active('2026-11-21T17:00:00Z')).toBe('due')
  expect(active('2026-11-21T11:00:00Z')).toBe('overdue')
})

test('a returned contract is never overdue', () => {
  expect(standingOf({ status: 'returned', endsAt: '2026-11-20T11:00:00Z' }, now, zone)).toBe('returned')
})

test('before the invoice what was prepaid counts, after it what is paid of it, with what was credited and reminded', () => {
  const none = { feesRappen: 0, creditedRappen: 0, paidRappen: 0, isCollective: false }
  const of = (isInvoiced: boolean, invoices: Partial<typeof none>[]) =>
    paymentOf({
      status: 'returned',
      totalRappen: 50_000,
      prepaidRappen: 30_000,
      billing: { isInvoiced, invoices: invoices.map((one, nth) => ({ ...none, id: `${nth}`, ...one })) },
    })
  expect(of(false, [])).toMatchObject({ paidRappen: 30_000, dueRappen: 20_000 })
  expect(of(true, [{ paidRappen: 30_000 }, { paidRappen: 8_000 }])).toMatchObject({
    paidRappen: 38_000,
    dueRappen: 12_000,
  })
  expect(of(true, [{ feesRappen: 2_000, creditedRappen: 10_000, paidRappen: 45_000 }])).toEqual({
    feesRappen: 2_000,
    creditedRappen: 10_000,
    paidRappen: 45_000,
    dueRappen: -3_000,
  })
  expect(of(false, [{}])).toBeNull()
  expect(of(true, [{ isCollective: true }])).toBeNull()
})

test('after the return come invoice, deposit and closing, in this order', () => {
  const next = (isInvoiced: boolean, deposit: { status: string; isBeingHeld?: boolean } | null) =>
    nextStepOf({
      status: 'returned',
      billing: { isInvoiced },
      deposit: deposit && { isBeingHeld: false, ...deposit },
    })
  expect(next(false, { status: 'held' })).toBe('invoice')
  expect(next(true, { status: 'held' })).toBe('deposit')
  expect(next(true, { status: 'capturing' })).toBeNull()
  expect(next(true, { status: 'captured' })).toBe('close')
  expect(next(true, { status: 'lapsed' })).toBe('close')
  expect(next(true, { status: 'lapsed', isBeingHeld: true })).toBeNull()
  expect(next(true, null)).toBe('close')
})

test('before it, pickup and return; at the end nothing', () => {
  const next = (status: 'draft' | 'active' | 'closed') =>
    nextStepOf({ status, billing: { isInvoiced: false }, deposit: null })
  expect([next('draft'), next('active'), next('closed')]).toEqual(['pickup', 'return', null])
})

test('a deposit waits for its customer while the rental lives and its card was refused, lapsed or could not be renewed', () => {
  const waits = (status: string, failure: string | null, method = 'card') =>
    depositNeedsCustomer('active', { method, status, failure })
  expect([
    waits('failed', 'card_declined'),
    waits('lapsed', 'automatic'),
    waits('held', 'expired_card'),
  ]).toEqual([true, true, true])
  expect([waits('held', null), waits('released', 'automatic'), waits('failed', 'x', 'cash')]).toEqual([
    false,
    false,
    false,
  ])
  expect(depositNeedsCustomer('closed', { method: 'card', status: 'lapsed', failure: 'automatic' })).toBe(
    false,
  )
})

test('a rental’s handovers go by vehicle, however often it was exchanged, and whenever its return was begun', () => {
  const kinds = [
    'pickup',
    'exchange_back',
    'exchange_out',
    'return',
    'exchange_back',
    'exchange_out',
  ] as const
  const sides = kinds.map((kind, nth) => ({ kind, nth }))
  const pairs = legsOf(sides).map(({ out, back }) => [out.nth, back?.nth])
  expect(pairs).toEqual([
    [0, 1],
    [2, 4],
    [5, 3],
  ])
  expect(legsOf([{ kind: 'pickup' as const }])).toEqual([{ out: { kind: 'pickup' }, back: undefined }])
})
