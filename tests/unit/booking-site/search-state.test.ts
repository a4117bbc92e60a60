import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  parseSearch,
  periodProblem,
  type Query,
  type Search,
  searchQuery,
} from '@/lib/booking-site/search-state'

const zurich = { now: new Date('2026-11-21T09:00:00Z'), timeZone: 'Europe/Zurich' }

const local = fc
  .date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 14) + (date.getUTCMinutes() < 30 ? '00' : '30'))
const search: fc.Arbitrary<Search> = fc.record(
  {
    from: local,
    to: local,
    locationId: fc.uuid(),
    categoryId: fc.uuid(),
    extras: fc.dictionary(fc.stringMatching(/^[a-z0-9_]{2,40}$/), fc.integer({ min: 1, max: 20 })),
  },
  { requiredKeys: ['from', 'to', 'extras'] },
)

describe('a search lives in the address', () => {
  test('what is written there is read back, whatever it is', () => {
    fc.assert(
      fc.property(search, (wanted) => {
        const query = Object.fromEntries(new URLSearchParams(searchQuery(wanted)))
        expect(parseSearch(query)).toEqual({ ...wanted, extras: { ...wanted.extras } })
      }),
    )
  })

  test('equipment stands there as often as there is any, in one order, and what is none is passed over', () => {
    const query = { from: '2026-12-01', to: '2026-12-03', equipment: ['isofix', 'rocket', 'tow_bar'] }
    const found = parseSearch(query)
    expect(found?.equipment).toEqual(['tow_bar', 'isofix'])
    expect(new URLSearchParams(searchQuery(found as Search)).getAll('equipment')).toEqual([
      'tow_bar',
      'isofix',
    ])
    expect(parseSearch({ ...query, equipment: 'rocket' })).not.toHaveProperty('equipment')
  })

  test.each(['10:07', '10:15', '10:31'])(
    'a time between the half hours that are offered is none: %s',
    (time) => {
      expect(
        parseSearch({ from: '2026-12-01', from_time: time, to: '2026-12-03', to_time: '10:00' }),
      ).toBeNull()
    },
  )

  test('nothing that can stand in an address breaks it', () => {
    const value = fc.oneof(fc.string(), fc.array(fc.string(), { maxLength: 3 }), fc.constant(undefined))
    const key = fc.oneof(
      fc.constantFrom('from', 'to', 'from_time', 'to_time', 'location', 'extra_gps', 'promo'),
      fc.string(),
    )
    fc.assert(
      fc.property(fc.dictionary(key, value), (query) => {
        const found = parseSearch(query as Query)
        if (found)
          expect(parseSearch(Object.fromEntries(new URLSearchParams(searchQuery(found))))).toEqual(found)
      }),
    )
  })

  test('a plain form without times begins at ten', () => {
    expect(parseSearch({ from: '2026-12-01', to: '2026-12-04' })).toEqual({
      from: '2026-12-01T10:00',
      to: '2026-12-04T10:00',
      extras: {},
    })
  })

  test.each([
    [{}],
    [{ from: '2026-12-01' }],
    [{ from: '2026-02-30', to: '2026-03-04' }],
    [{ from: '2026-12-01', to: '2026-12-04', to_time: '25:00' }],
  ])('%j names no period', (query) => expect(parseSearch(query)).toBeNull())

  test('what is not on offer in form is passed over', () => {
    const query = {
      from: '2026-12-01',
      to: '2026-12-04',
      location: "' or 1=1",
      extra_gps: '-1',
      extra_child_seat: '2',
      extra___proto__: '99',
    }
    expect(parseSearch(query)).toEqual({
      from: '2026-12-01T10:00',
      to: '2026-12-04T10:00',
      extras: { child_seat: 2 },
    })
  })
})

test.each(['summer 10', 'sommer!', '50%', '<b>', 'ab'])(
  'a promo code is asked about, whatever it is made of: %s',
  (code) => {
    const found = parseSearch({ from: '2026-12-01', to: '2026-12-04', promo: ` ${code} ` }) as Search
    expect(found.promoCode).toBe(code.toUpperCase())
    expect(parseSearch(Object.fromEntries(new URLSearchParams(searchQuery(found))))).toEqual(found)
  },
)

describe('a period that cannot be searched says why', () => {
  test.each([
    ['2026-11-21T09:59', '2026-11-22T10:00', 'in_past'],
    ['2026-11-22T10:00', '2026-11-22T10:00', 'reversed'],
    ['2026-11-22T10:00', '2028-01-01T10:00', 'too_long'],
    ['2029-11-10T10:00', '2029-11-12T10:00', null],
    ['2029-12-10T10:00', '2029-12-12T10:00', 'too_far'],
    ['2026-11-21T10:01', '2026-11-22T10:00', null],
  ])('%s to %s: %s', (from, to, problem) => expect(periodProblem({ from, to }, zurich)).toBe(problem))

  test('across the change of clocks the hours that exist count', () => {
    const nightOfChange = { from: '2027-03-28T01:30', to: '2027-03-28T03:00' }
    expect(periodProblem(nightOfChange, zurich)).toBeNull()
  })
})

test('what a vehicle must have and the driver’s age stand in the address; what makes no sense is passed over', () => {
  const period = { from: '2026-12-01', to: '2026-12-04' }
  const query = { ...period, seats: '7', transmission: 'automatic', fuel: 'electric', age: '22' }
  expect(parseSearch(query)).toMatchObject({
    seats: 7,
    transmission: 'automatic',
    fuel: 'electric',
    driverAge: 22,
  })
  const wrong = parseSearch({ ...period, seats: '0', transmission: 'none', fuel: 'coal', age: '3' }) ?? {}
  expect(Object.keys(wrong).sort()).toEqual(['extras', 'from', 'to'])
})

test('an address without days is searched for the suggested ones; days of its own come first', () => {
  const suggested = { from: '2026-12-05T10:00', to: '2026-12-08T10:00' }
  expect(parseSearch({ seats: '5' }, suggested)).toEqual({ ...suggested, seats: 5, extras: {} })
  expect(parseSearch({ from: '2026-13-01', to: '2026-12-03' }, suggested)).toMatchObject(suggested)
  expect(parseSearch({ from: '2026-12-01', to: '2026-12-03' }, suggested)).toMatchObject({
    from: '2026-12-01T10:00',
    to: '2026-12-03T10:00',
  })
})
