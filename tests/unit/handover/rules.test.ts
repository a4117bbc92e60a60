import { expect, test } from 'vitest'
import { bornBy, fromEighths, lapsesBefore, listPriceOf, stepsOf, toEighths } from '@/lib/handover/rules'

test('a pickup has eight steps, without a deposit seven', () => {
  expect(stepsOf('pickup', 50_000)).toHaveLength(8)
  expect(stepsOf('pickup', 0)).not.toContain('deposit')
})

test('a return ends with settlement and signature', () => {
  expect(stepsOf('return', 50_000).slice(-2)).toEqual(['settlement', 'signature'])
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
