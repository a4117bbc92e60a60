import { expect, test } from 'vitest'
import { feeShare, planAmount } from '@/components/companies/plan-amount'
import { fullnessOf } from '@/lib/companies/plan'

test.each([
  [0, 100, 'fine'],
  [79, 100, 'fine'],
  [80, 100, 'warning'],
  [99, 100, 'warning'],
  [100, 100, 'full'],
  [120, 100, 'full'],
  [0, 1, 'fine'],
  [1, 1, 'full'],
  [1_000_000, null, 'fine'],
])('%s of %s is %s', (used, limit, fullness) => {
  expect(fullnessOf({ used, limit })).toBe(fullness)
})

test('amounts read the Swiss way, storage in gigabytes', () => {
  const written = (...amount: Parameters<typeof planAmount>) =>
    planAmount(...amount).replace(/[’\u00A0]/g, ' ')
  expect(written('customers', 10_000)).toMatch(/^10.000$/)
  expect(written('storage_bytes', 1.5 * 1024 ** 3)).toBe('1.5 GB')
  expect(written('storage_bytes', 0)).toBe('0 GB')
  expect([150, 125, 100].map(feeShare).map((share) => share.replace('\u00A0', ' '))).toEqual([
    '1.5 %',
    '1.25 %',
    '1 %',
  ])
})
