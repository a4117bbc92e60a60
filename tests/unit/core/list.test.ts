import { describe, expect, test } from 'vitest'
import { isNarrowed, viewOf, withParameters } from '@/components/lists/list-address'
import { columnsOf, ListQuery, orderOf } from '@/lib/core/list'

const shape = {
  name: 'reservations',
  columns: ['number', 'status', 'total', 'tags'],
  shown: ['number', 'total'],
  sorts: { number: 'number', total: 'total_rappen' },
} as const

describe('what an address makes of a list', () => {
  test.each([
    ['total', { key: 'total', column: 'total_rappen', ascending: true }],
    ['-total', { key: 'total', column: 'total_rappen', ascending: false }],
    // Neither a column that cannot be sorted by nor what every object has.
    ['tags', { key: 'number', column: 'number', ascending: false }],
    ['constructor', { key: 'number', column: 'number', ascending: false }],
    [undefined, { key: 'number', column: 'number', ascending: false }],
  ])('the order %s', (wanted, order) => expect(orderOf(shape, wanted, '-number')).toEqual(order))

  test.each([
    [undefined, ['number', 'total']],
    [
      ['tags', 'total'],
      ['number', 'tags', 'total'],
    ],
    [
      ['tags', 'tags', 'nothing', 'number'],
      ['number', 'tags'],
    ],
    [['nothing'], ['number', 'total']],
  ])('the columns %s', (chosen, columns) => expect(columnsOf(shape, chosen)).toEqual(columns))

  test('is never refused, whatever stands in it', () => {
    const query = ListQuery.parse({
      q: ['a', 'b'],
      sort: 'x'.repeat(99),
      columns: ['a'],
      id: 'no id',
      after: 7,
    })
    expect(query).toEqual({ q: '', tag: [], id: [] })
  })
})

describe('a list’s address', () => {
  const query = new URLSearchParams('status=a&status=b&open=1&after=x&sort=total')

  test('as a view leaves out where in the list one is', () => {
    expect(viewOf(query).toString()).toBe('sort=total&status=a&status=b')
    expect(viewOf(new URLSearchParams('status=a&status=b&sort=total')).toString()).toBe(
      viewOf(query).toString(),
    )
  })

  test('narrows by filters, not by order and columns', () => {
    expect(isNarrowed(query)).toBe(true)
    expect(isNarrowed(new URLSearchParams('sort=total&columns=a&open=1&after=x'))).toBe(false)
  })

  test('changes one thing and keeps the others', () => {
    expect(withParameters(query, { open: null, after: null, sort: '-total' })).toBe(
      '?status=a&status=b&sort=-total',
    )
  })
})
