import { expect, test } from 'vitest'
import { daysOfMonth, deskDayQuery, isWeekend, monthAhead, shiftMonth } from '@/lib/reservations/rules'
import { AvailabilityMonth } from '@/lib/reservations/schema'

test('a month has its calendar days, leap years included', () => {
  expect(daysOfMonth('2028-02')).toHaveLength(29)
  expect(daysOfMonth('2027-02').at(-1)).toBe('2027-02-28')
  expect(daysOfMonth('2026-12')[0]).toBe('2026-12-01')
})

test('months go on over the turn of the year, both ways', () => {
  expect(shiftMonth('2026-12', 1)).toBe('2027-01')
  expect(shiftMonth('2026-01', -1)).toBe('2025-12')
})

test('where the month is all but over, what is left to sell is in the next', () => {
  expect(['2026-11-01', '2026-11-27', '2026-11-28', '2026-12-30'].map(monthAhead)).toEqual([
    '2026-11',
    '2026-11',
    '2026-12',
    '2027-01',
  ])
})

test('Saturday and Sunday are the weekend', () => {
  expect(['2026-11-27', '2026-11-28', '2026-11-29', '2026-11-30'].map(isWeekend)).toEqual([
    false,
    true,
    true,
    false,
  ])
})

test('a day leads to the desk with its category and place', () => {
  expect(deskDayQuery('2026-12-01', 'c', 'l')).toBe(
    'from=2026-12-01T09%3A00&to=2026-12-01T17%3A00&category=c&location=l',
  )
})

test('what is wrong in the address is left out', () => {
  expect(AvailabilityMonth.parse({ month: '2026-13', location: 'x' })).toEqual({})
  expect(AvailabilityMonth.parse({ month: '2026-12' })).toEqual({ month: '2026-12' })
})
