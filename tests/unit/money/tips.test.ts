import { expect, test } from 'vitest'
import { tipsFor } from '@/lib/money/pay-link/tips'

test.each([
  [41_250, [2_100, 4_200, 6_200]],
  [900, [100, 200]],
  [0, []],
  [2_000_000, [100_000]],
])('of %i rappen the shares are whole francs, each once, and none above the most', (total, offered) => {
  expect(tipsFor(total)).toEqual(offered)
})
