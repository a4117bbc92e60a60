import { describe, expect, test } from 'vitest'
import {
  groupedHours,
  hoursOf,
  isOpenAt,
  type OpeningHours,
  readOpeningHours,
  weekdayOf,
} from '@/lib/booking-site/opening-hours'
import { neighbouringPeriods, suggestedPeriod } from '@/lib/booking-site/suggestions'

const week: OpeningHours = {
  mon: ['08:00', '18:00'],
  tue: ['08:00', '18:00'],
  wed: ['08:00', '18:00'],
  thu: ['08:00', '18:00'],
  fri: ['08:00', '18:00'],
  sat: ['09:00', '16:00'],
}
const branch = (holidays: { day: string; name: string }[] = []) => {
  const hours = hoursOf({ openingHours: week, holidays })
  if (!hours) throw new Error('These hours are readable')
  return hours
}
const friday = { now: new Date('2026-11-20T20:00:00Z'), timeZone: 'Europe/Zurich' }

describe('the first period offered', () => {
  test('begins tomorrow at ten', () => {
    expect(suggestedPeriod(friday, [])).toEqual({ from: '2026-11-21T10:00', to: '2026-11-24T10:00' })
  })

  test('begins and ends when a branch is open', () => {
    const saturday = { ...friday, now: new Date('2026-11-21T20:00:00Z') }
    expect(suggestedPeriod(saturday, [branch()])).toEqual({
      from: '2026-11-23T10:00',
      to: '2026-11-26T10:00',
    })
  })

  test('passes holidays over', () => {
    const holidays = ['2026-12-25', '2026-12-26'].map((day) => ({ day, name: 'Weihnachten' }))
    const eve = { ...friday, now: new Date('2026-12-24T10:00:00Z') }
    expect(suggestedPeriod(eve, [branch(holidays)])).toEqual({
      from: '2026-12-28T10:00',
      to: '2026-12-31T10:00',
    })
    expect(suggestedPeriod(eve, [branch(holidays), branch()]).from).toBe('2026-12-25T10:00')
  })

  test('a company that is never open still gets a period', () => {
    expect(suggestedPeriod(friday, [{ week: {}, holidays: [] }]).from).toBe('2026-11-21T10:00')
  })
})

test('neighbouring periods keep the length and never lie in the past', () => {
  const search = { from: '2026-11-22T10:00', to: '2026-11-24T12:00', extras: {} }
  const found = neighbouringPeriods(search, friday)
  expect(found.map(({ from }) => from)).toEqual([
    '2026-11-23T10:00',
    '2026-11-21T10:00',
    '2026-11-24T10:00',
    '2026-11-29T10:00',
  ])
  expect(found[0]?.to).toBe('2026-11-25T12:00')
})

describe('opening hours', () => {
  test('a day without hours is closed', () => {
    expect(weekdayOf('2026-11-22T10:00')).toBe('sun')
    expect(isOpenAt(branch(), '2026-11-22T10:00')).toBe(false)
    expect(isOpenAt(branch(), '2026-11-23T18:00')).toBe(true)
    expect(isOpenAt(branch(), '2026-11-23T18:30')).toBe(false)
  })

  test('equal days are told together', () => {
    expect(groupedHours(week)).toEqual([
      { first: 'mon', last: 'fri', hours: ['08:00', '18:00'] },
      { first: 'sat', last: 'sat', hours: ['09:00', '16:00'] },
    ])
  })

  test('what cannot be read is unknown, not closed', () => {
    expect(readOpeningHours({ mon: 'all day' })).toBeNull()
    expect(readOpeningHours(null)).toBeNull()
  })
})
