import { expect, test } from 'vitest'
import { withFilter, withoutFilters } from '@/components/ui/url-filter'

const search = new URLSearchParams('status=open&status=overdue&q=keller&after=abc')

test('setting a filter keeps the others and starts the list over', () => {
  expect(withFilter(search, 'status', ['paid'])).toBe('?q=keller&status=paid')
})

test('an emptied filter leaves the address', () => {
  expect(withFilter(search, 'status', [])).toBe('?q=keller')
  expect(withFilter(new URLSearchParams('q=x'), 'q', [''])).toBe('?')
})

test('clearing the filters keeps the search', () => {
  expect(withoutFilters(search, ['status', 'category'])).toBe('?q=keller')
})
