import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDay, parseTime, writeDay } from '@/lib/core/typed-dates'

const today = '2026-11-28'
const days = fc
  .date({ min: new Date('1901-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe('a day in a field', () => {
  it('is written as people here write it', () => {
    expect(writeDay('2026-12-18', 'de')).toBe('Fr 18.12.2026')
    expect(writeDay('2026-12-18', 'fr')).toBe('ven 18.12.2026')
    expect(writeDay('2026-12-18', 'it')).toBe('ven 18.12.2026')
    expect(writeDay('2026-12-18', 'en')).toBe('Fri 18 Dec 2026')
    expect(writeDay('', 'de')).toBe('')
  })

  it('is read back from what a field shows, in every language', () => {
    fc.assert(
      fc.property(days, fc.constantFrom('de', 'fr', 'it', 'en'), (day, locale) => {
        expect(parseDay(writeDay(day, locale), locale, today)).toBe(day)
        expect(parseDay(day, locale, today)).toBe(day)
      }),
    )
  })

  it.each([
    ['18.12.2026', '2026-12-18'],
    ['1.2.27', '2027-02-01'],
    ['1-2-1988', '1988-02-01'],
    ['15.6.88', '1988-06-15'],
    ['181226', '2026-12-18'],
    ['18122026', '2026-12-18'],
    ['18.12.', '2026-12-18'],
    ['1.3', '2027-03-01'],
    ['28.11', '2026-11-28'],
    [' Freitag, 18.12.2026 ', '2026-12-18'],
    ['18. Dezember 2026', '2026-12-18'],
    ['18 März', '2027-03-18'],
  ])('understands %s', (text, day) => {
    expect(parseDay(text, 'de', today)).toBe(day)
  })

  it.each([
    '',
    'morgen',
    '30.2.2027',
    '29.2.2027',
    '0.1.2026',
    '18.13.2026',
    '1',
    '18 Dec tomorrow',
    '1.1.20266',
  ])('takes %j for no day', (text) => {
    expect(parseDay(text, 'de', today)).toBeNull()
  })
})

describe('a time in a field', () => {
  it.each([
    ['14:30', '14:30'],
    ['14.30', '14:30'],
    ['1430', '14:30'],
    ['930', '09:30'],
    ['9', '09:00'],
    ['14h', '14:00'],
    ['8h05', '08:05'],
  ])('understands %s', (text, time) => {
    expect(parseTime(text)).toBe(time)
  })

  it.each(['', '24:00', '12:60', 'noon', '1:2:3'])('takes %j for no time', (text) => {
    expect(parseTime(text)).toBeNull()
  })
})
