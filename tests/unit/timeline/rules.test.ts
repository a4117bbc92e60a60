import { describe, expect, test } from 'vitest'
import { placeBlocks, positionOf, spanOf } from '@/lib/timeline/rules'

const ZONE = 'Europe/Zurich'
const now = new Date('2026-11-21T13:00:00Z')

describe('the span', () => {
  test('of two weeks begins on the Monday before', () => {
    const { days, previous, next } = spanOf({ zoom: 'weeks', from: undefined }, now, ZONE)
    expect([days.length, days[0]?.date, days.at(-1)?.date]).toEqual([14, '2026-11-16', '2026-11-29'])
    expect([previous, next]).toEqual(['2026-11-09', '2026-11-23'])
    expect(days.filter(({ isToday }) => isToday).map(({ date }) => date)).toEqual(['2026-11-21'])
    expect(days.filter(({ isWeekend }) => isWeekend)).toHaveLength(4)
  })

  test('of a month is that month, February and the turn of the year included', () => {
    expect(spanOf({ zoom: 'month', from: '2028-02-10' }, now, ZONE).days).toHaveLength(29)
    const december = spanOf({ zoom: 'month', from: '2026-12-31' }, now, ZONE)
    expect([december.days.length, december.previous, december.next]).toEqual([31, '2026-11-01', '2027-01-01'])
  })

  test('gives the day on which clocks go back its 25 hours', () => {
    const { days } = spanOf({ zoom: 'weeks', from: '2026-10-25' }, now, ZONE)
    const day = days.find(({ date }) => date === '2026-10-25')
    expect(Number(day?.endsAt) - Number(day?.startsAt)).toBe(25 * 60 * 60 * 1_000)
  })
})

describe('a line', () => {
  const { days } = spanOf({ zoom: 'weeks', from: undefined }, now, ZONE)
  const block = (startsAt: string, endsAt: string) => ({ startsAt, endsAt })

  test('measures in days of the company', () => {
    expect(positionOf(new Date('2026-11-17T11:00:00Z'), days)).toBe(1.5)
    expect(positionOf(new Date('2026-01-01T00:00:00Z'), days)).toBe(0)
    expect(positionOf(new Date('2027-01-01T00:00:00Z'), days)).toBe(14)
  })

  test('cuts blocks at its edges and says that they go on', () => {
    const { placed } = placeBlocks([block('2026-11-01T08:00:00Z', '2026-12-24T08:00:00Z')], days)
    expect(placed).toMatchObject([{ from: 0, to: 14, goesBefore: true, goesAfter: true }])
  })

  test('leaves out what lies outside', () => {
    expect(placeBlocks([block('2026-11-01T08:00:00Z', '2026-11-15T23:00:00Z')], days).placed).toEqual([])
  })

  test('gets higher only where something overlaps', () => {
    const late = block('2026-11-16T08:00:00Z', '2026-11-21T13:00:00Z')
    const following = block('2026-11-20T08:00:00Z', '2026-11-22T08:00:00Z')
    const afterwards = block('2026-11-22T08:00:00Z', '2026-11-23T08:00:00Z')
    const { placed, lines } = placeBlocks([afterwards, late, following], days)
    expect(lines).toBe(2)
    expect(placed.map(({ line }) => line)).toEqual([0, 1, 0])
  })
})
