import { expect, test } from 'vitest'
import { formatKm } from '@/lib/core/distance'
import { formatFigure } from '@/lib/core/figure'
import { formatRappen } from '@/lib/core/money'

test('figures, distances and amounts are grouped by the same mark', () => {
  expect([formatFigure(1_234_567), formatFigure(0.5), formatFigure(12.3456)]).toEqual([
    "1'234'567",
    '0.5',
    '12.346',
  ])
  expect(formatKm(48_312)).toContain("48'312")
  expect(formatRappen(4_831_200)).toContain("48'312")
})
