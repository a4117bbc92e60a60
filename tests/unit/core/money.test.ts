import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatMoney, formatRappen, parseRappen, roundToFiveRappen, shareOf } from '@/lib/core/money'

describe('amounts are printed the Swiss way', () => {
  test.each([
    [0, '0.00'],
    [5, '0.05'],
    [123_450, "1'234.50"],
    [-123_450, "−1'234.50"],
    [100_000_000, "1'000'000.00"],
  ])('%i rappen are %s', (rappen, text) => expect(formatRappen(rappen)).toBe(text))

  test('the currency stands in front and never on another line', () => {
    expect(formatMoney(41_250, 'CHF')).toBe('CHF\u00A0412.50')
  })

  test.each([Number.NaN, 0.5, Number.POSITIVE_INFINITY, 2 ** 60])('%d is not an amount', (value) => {
    expect(() => formatRappen(value)).toThrow(RangeError)
  })
})

describe('amounts are read as people paste them', () => {
  test.each([
    ["1'234.50", 123_450],
    ['1’234,5', 123_450],
    ['CHF 12.-', 1_200],
    ['Fr. 80.–', 8_000],
    ['EUR 1’234.50', 123_450],
    ['80 €', 8_000],
    ['1 234.50', 123_450],
    ['1\u00A0234.50 CHF', 123_450],
    ['1,234.50', 123_450],
    ['1.234,50', 123_450],
    ['1.234.500', 123_450_000],
    ['1,234,500', 123_450_000],
    ['-5', -500],
    ['−5.05', -505],
    ['0', 0],
    ['-0', 0],
  ])('%s', (text, rappen) => expect(parseRappen(text)).toBe(rappen))

  test.each([
    '',
    'abc',
    '1.2.3',
    '12.345.6',
    '1e309',
    '0x10',
    '.',
    '--5',
    '12.5.',
    '99999999999999999',
    '1.234.5678',
    // A thousand to some, a price with a digit too many to others.
    '388.755',
    '1,234',
  ])('%s is no amount', (text) => expect(parseRappen(text)).toBeNull())

  test('whatever is printed can be read again', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 12), max: 10 ** 12 }), (rappen) => {
        expect(parseRappen(formatMoney(rappen, 'CHF'))).toBe(rappen + 0)
      }),
    )
  })
})

test('cash is rounded to five rappen', () => {
  expect([1, 2, 3, 7, 8, 12_342].map(roundToFiveRappen)).toEqual([0, 0, 5, 5, 10, 12_340])
})

test('a share is rounded half up', () => {
  expect(shareOf(10_000, 125)).toBe(125)
  expect(shareOf(40, 125)).toBe(1)
  expect(shareOf(39, 125)).toBe(0)
})
