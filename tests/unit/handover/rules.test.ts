import { expect, test } from 'vitest'
import {
  bornBy,
  fromEighths,
  lapsesBefore,
  listPriceOf,
  odometerJump,
  stepsOf,
  toEighths,
} from '@/lib/handover/rules'

test('a pickup has eight steps, without a deposit seven', () => {
  expect(stepsOf({ kind: 'pickup', isExchange: false }, 50_000)).toHaveLength(8)
  expect(stepsOf({ kind: 'pickup', isExchange: false }, 0)).not.toContain('deposit')
})

test('a return ends with settlement and signature', () => {
  expect(stepsOf({ kind: 'return', isExchange: false }, 50_000).slice(-2)).toEqual([
    'settlement',
    'signature',
  ])
})

test('eighths and percentages lead back to each other', () => {
  for (let eighths = 0; eighths <= 8; eighths += 1) expect(toEighths(fromEighths(eighths))).toBe(eighths)
  expect(fromEighths(7)).toBe(88)
})

test('a licence must hold to the last day', () => {
  expect(lapsesBefore('2026-11-20', '2026-11-21')).toBe(true)
  expect(lapsesBefore('2026-11-21', '2026-11-21')).toBe(false)
  expect(lapsesBefore('', '2026-11-21')).toBe(false)
})

test('age is counted in calendar years', () => {
  expect(bornBy('2026-11-21', 21)).toBe('2005-11-21')
  expect('2005-11-22' > bornBy('2026-11-21', 21)).toBe(true)
})

test("a part's own price comes before the vehicle's, and what has no amount is assessed", () => {
  const prices = [
    { kind: 'scratch', view: null, rappen: { minor: 180_00, medium: 450_00, major: null } },
    { kind: 'scratch', view: 'interior', rappen: { minor: 90_00, medium: null, major: null } },
  ] as const
  const priceOf = (view: 'left' | 'interior', severity: 'minor' | 'medium' | 'major') =>
    listPriceOf([...prices], { kind: 'scratch', view, severity })
  expect(priceOf('interior', 'minor')).toBe(90_00)
  expect(priceOf('left', 'minor')).toBe(180_00)
  expect(priceOf('interior', 'medium')).toBe(450_00)
  expect(priceOf('left', 'major')).toBeNull()
  expect(listPriceOf([...prices], { kind: 'dent', view: 'left', severity: 'minor' })).toBeNull()
})

test('an odometer that jumps further than anybody drives is asked about', () => {
  const start = '2026-11-20T08:00:00Z'
  const jump = (kind: 'pickup' | 'return', km: number, hours: number) =>
    odometerJump(
      { kind, vehicle: { odometerKm: 10_000 }, contract: { startsAt: start } } as never,
      10_000 + km,
      Date.parse(start) + hours * 3_600_000,
    )
  expect(jump('return', 1_200, 5)).toBeNull()
  expect(jump('return', 1_201, 5)).toEqual({ km: 1_201, days: 1 })
  expect(jump('return', 2_400, 25)).toBeNull()
  expect(jump('return', 90_000, 72)).toEqual({ km: 90_000, days: 3 })
  // Picked up before its time.
  expect(jump('return', 100, -3)).toBeNull()
  expect(jump('pickup', 300, 0)).toBeNull()
  expect(jump('pickup', 301, 0)).toMatchObject({ km: 301 })
})
