import { expect, test } from 'vitest'
import { isAboveAgreed } from '@/lib/damages/rules'

test.each([
  [100_000, 100_000, false],
  [100_001, 100_000, true],
  // No limit at all is more than any that was signed.
  [null, 100_000, true],
  [250_000, null, false],
  [null, null, false],
])('an excess of %s against %s signed: above it is %s', (rappen, agreed, isAbove) => {
  expect(isAboveAgreed(rappen, agreed)).toBe(isAbove)
})
