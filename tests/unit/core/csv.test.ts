import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvCell } from '@/lib/core/csv'
import { csvStream } from '@/lib/core/csv-stream'

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

async function* batchesOf<Row>(...batches: Row[][]): AsyncGenerator<Row[]> {
  yield* batches
}

test('whatever is written can be read again', async () => {
  const cell = fc.string({ unit: 'grapheme' }).filter((text) => !/^[=+\-@\t\r]/.test(text))
  const columns = [
    { head: 'a', cell: ([a]: [string, string]) => a },
    { head: 'b', cell: ([, b]: [string, string]) => b },
  ]
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(fc.tuple(cell, cell)), { minLength: 1 }), async (batches) => {
      const csv = await new Response(await csvStream(columns, batchesOf(...batches))).text()
      const read = parse(`\uFEFF${csv}`, { bom: true, from_line: 2, skip_empty_lines: false })
      expect(read).toEqual(batches.flat())
    }),
  )
})

test('nothing is an empty cell', () => {
  expect([null, undefined, 0, false].map(csvCell)).toEqual(['', '', '0', 'false'])
})

test('a refusal before the first row is a refusal, not half a file', async () => {
  async function* refused(): AsyncGenerator<string[]> {
    yield await Promise.reject(new Error('forbidden'))
  }
  await expect(csvStream([{ head: 'a', cell: (row: string) => row }], refused())).rejects.toThrow('forbidden')
})
