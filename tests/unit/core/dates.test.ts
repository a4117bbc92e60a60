import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  formatDate,
  formatDateTime,
  formatDay,
  formatTime,
  instantOf,
  localDateOf,
  localTimeOf,
  startOfLocalDay,
} from '@/lib/core/dates'

const ZURICH = 'Europe/Zurich'
const at = (iso: string) => new Date(iso)

describe('local times become instants', () => {
  test.each([
    ['2026-07-01T10:00', '2026-07-01T08:00:00.000Z'],
    ['2026-12-01T10:00', '2026-12-01T09:00:00.000Z'],
  ])('%s in Zurich is %s', (local, instant) => expect(instantOf(local, ZURICH).toISOString()).toBe(instant))

  test('the hour that exists twice on 2026-10-25 is the second one, as in the database', () => {
    expect(instantOf('2026-10-25T02:30', ZURICH).toISOString()).toBe('2026-10-25T01:30:00.000Z')
  })

  test('the hour that does not exist on 2027-03-28 is an hour later, as in the database', () => {
    expect(instantOf('2027-03-28T02:30', ZURICH).toISOString()).toBe('2027-03-28T01:30:00.000Z')
    expect(localTimeOf(instantOf('2027-03-28T02:30', ZURICH), ZURICH)).toBe('2027-03-28T03:30')
  })

  test.each(['2026-02-30T10:00', '2026-13-01T10:00', '2026-11-21', '2026-11-21T24:01', '', 'now'])(
    '%s is no time',
    (text) => expect(() => instantOf(text, ZURICH)).toThrow(RangeError),
  )

  test('every instant that is shown once is found again', () => {
    const minutes = fc.integer({ min: 0, max: 60 * 24 * 365 * 4 })
    fc.assert(
      fc.property(
        minutes,
        fc.constantFrom(ZURICH, 'America/New_York', 'Asia/Kathmandu', 'UTC'),
        (minute, zone) => {
          const instant = new Date(Date.UTC(2026, 0, 1) + minute * 60_000)
          const local = localTimeOf(instant, zone)
          const found = instantOf(local, zone)
          expect(localTimeOf(found, zone)).toBe(local)
          expect([0, 3_600_000]).toContain(Math.abs(found.getTime() - instant.getTime()))
        },
      ),
    )
  })
})

describe('days have the length the clocks give them', () => {
  const length = (day: string) =>
    (startOfLocalDay(at(day), ZURICH, 1).getTime() - startOfLocalDay(at(day), ZURICH).getTime()) / 3_600_000

  test('25 hours when clocks go back', () => expect(length('2026-10-25T12:00:00Z')).toBe(25))
  test('23 hours when clocks go forward', () => expect(length('2027-03-28T12:00:00Z')).toBe(23))
  test('24 hours otherwise', () => expect(length('2026-11-21T12:00:00Z')).toBe(24))

  test('the day in Zurich begins before the day in London', () => {
    expect(localDateOf(at('2026-11-20T23:30:00Z'), ZURICH)).toBe('2026-11-21')
    expect(startOfLocalDay(at('2026-11-20T23:30:00Z'), ZURICH).toISOString()).toBe('2026-11-20T23:00:00.000Z')
  })
})

describe('times are written in the reader’s language', () => {
  const moment = at('2026-11-20T13:30:00Z')
  test('German', () =>
    expect(formatDateTime(moment, { timeZone: ZURICH, locale: 'de' })).toBe('Fr, 20. Nov. 2026, 14:30'))
  test('English', () =>
    expect(formatDateTime(moment, { timeZone: ZURICH, locale: 'en' })).toBe('Fri, 20 Nov 2026, 14:30'))
  test('a day alone', () =>
    expect(formatDate(moment, { timeZone: ZURICH, locale: 'de' })).toBe('Fr, 20. Nov. 2026'))
  test('a time alone', () => expect(formatTime(moment, ZURICH)).toBe('14:30'))
})

test.each([
  ['de', '21.11.2026'],
  ['fr', '21.11.2026'],
  ['en', '21 Nov 2026'],
])('a calendar day in %s is %s', (locale, told) => expect(formatDay('2026-11-21', locale)).toBe(told))
