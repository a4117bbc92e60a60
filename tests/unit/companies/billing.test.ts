import { expect, test } from 'vitest'
import { excessOf, fullMonthOf, wayToPlan } from '@/lib/companies/billing/rules'
import { SmsAllowance } from '@/lib/companies/billing/schema'

const usage = [
  { resource: 'staff' as const, used: 3, limit: 5 },
  { resource: 'customers' as const, used: 500, limit: 5_000 },
  { resource: 'reservations_per_month' as const, used: 300, limit: null },
]
const limits = [
  { resource: 'staff' as const, limit: 1 },
  { resource: 'customers' as const, limit: 500 },
  { resource: 'reservations_per_month' as const, limit: 100 },
]

test('a smaller plan is too small for what stays, not for what begins anew each month', () => {
  expect(excessOf(usage, { limits })).toEqual([{ resource: 'staff', used: 3, limit: 1 }])
  expect(excessOf(usage, { limits: [{ resource: 'staff', limit: null }] })).toEqual([])
})

test('what this month has used up of a smaller plan is told before it is chosen', () => {
  const month = (used: number) => [{ resource: 'reservations_per_month' as const, used, limit: null }]
  const limits = [{ resource: 'reservations_per_month' as const, limit: 100 }]
  expect(fullMonthOf(month(99), { limits })).toEqual([])
  expect(fullMonthOf(month(281), { limits })).toEqual([
    { resource: 'reservations_per_month', used: 281, limit: 100 },
  ])
})

test.each([
  [null, 'checkout'],
  ['canceled', 'checkout'],
  ['trialing', 'change'],
  ['active', 'change'],
  ['past_due', 'portal'],
  ['unpaid', 'portal'],
  ['paused', 'portal'],
])('with a subscription that is %s the way to a plan is %s', (state, way) => {
  const dates = { periodEndsAt: '2026-12-01', endsAt: null, graceEndsAt: null }
  expect(wayToPlan(state === null ? null : { plan: 'starter', state, ...dates })).toBe(way)
})

test('an emptied limit of short messages is missing, not none', () => {
  expect(SmsAllowance.parse({ most: "1'000" })).toEqual({ most: 1000 })
  expect(SmsAllowance.parse({ most: '0' })).toEqual({ most: 0 })
  expect(SmsAllowance.safeParse({ most: '' }).success).toBe(false)
  expect(SmsAllowance.safeParse({ most: '20001' }).success).toBe(false)
})
