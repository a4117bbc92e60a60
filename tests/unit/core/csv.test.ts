import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvCell, toCsv } from '@/lib/core/csv'

describe('a spreadsheet must not run what a customer typed', () => {
  test.each(['=1+1', '@SUM(A1)', '+cmd|calc', '-2+3+cmd', '\tx', '\rx', '=HYPERLINK("http://evil")'])(
    '%j is text',
    (text) => {
      const [[cell]] = parse(csvCell(text)) as [[string]]
      expect(cell).toBe(`'${text}`)
    },
  )

  test.each(['+41 44 668 18 00', '+41446681800', '-12.50', '+5', '-1’234.50'])('%s stays as it is', (text) =>
    expect(csvCell(text)).toBe(text),
  )
})

test('whatever is written can be read again', () => {
  const cell = fc.string({ unit: 'grapheme' }).filter((text) => !/^[=+\-@\t\r]/.test(text))
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
      const csv = toCsv(['a', 'b'], rows)
      expect(parse(csv, { bom: true, from_line: 2, skip_empty_lines: false })).toEqual(rows)
    }),
  )
})

test('nothing is an empty cell', () => {
  expect([null, undefined, 0, false].map(csvCell)).toEqual(['', '', '0', 'false'])
})
