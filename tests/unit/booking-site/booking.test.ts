import { describe, expect, test } from 'vitest'
import { awaitsWord, type Booking, paidRappen, standingOf } from '@/lib/booking-site/booking'
import { checkoutExpiry } from '@/lib/booking-site/checkout-expiry'
import { groupOffers } from '@/lib/booking-site/offers'
import { sameAgain } from '@/lib/booking-site/same-again'
import type { Offer } from '@/lib/core/offers'

const now = new Date('2026-11-21T10:00:00Z')
const later = new Date('2026-11-21T10:10:00Z')
const earlier = new Date('2026-11-21T09:59:00Z')
const payment = { id: 'p', amountRappen: 100, currency: 'CHF', askedAt: now }

describe('where a booking stands', () => {
  test.each([
    ['pending', later, 'pending', 'awaiting_payment'],
    ['pending', later, 'failed', 'awaiting_payment'],
    ['pending', earlier, 'pending', 'expired'],
    ['pending', null, 'pending', 'expired'],
    ['expired', null, 'refunded', 'refunded'],
    ['confirmed', null, 'succeeded', 'confirmed'],
    ['converted', null, 'succeeded', 'confirmed'],
    ['cancelled', null, 'refunded', 'cancelled'],
    ['no_show', null, 'succeeded', 'no_show'],
  ] as const)('%s, held until %s, payment %s: %s', (status, holdExpiresAt, paid, standing) => {
    expect(standingOf({ status, holdExpiresAt, payment: { ...payment, status: paid } }, now)).toBe(standing)
  })

  test.each([
    ['draft', 'confirmed'],
    ['signed', 'confirmed'],
    ['active', 'picked_up'],
    ['returned', 'returned'],
    ['closed', 'done'],
  ])('with a contract that is %s: %s', (status, standing) => {
    const booking = { status: 'converted', holdExpiresAt: null, payment: null } as const
    expect(standingOf(booking, now, { status })).toBe(standing)
  })

  test('a reservation made at the desk has no payment and is simply confirmed', () => {
    expect(standingOf({ status: 'confirmed', holdExpiresAt: null, payment: null }, now)).toBe('confirmed')
  })
})

test('what was paid is what the voucher and the card have paid', () => {
  expect(paidRappen({ voucherRappen: 300, payment: { ...payment, status: 'pending' } })).toBe(300)
  expect(paidRappen({ voucherRappen: 300, payment: { ...payment, status: 'succeeded' } })).toBe(400)
  expect(paidRappen({ voucherRappen: 0, payment: null })).toBe(0)
})

describe('word of a payment may be on its way', () => {
  const booking = (
    status: 'pending' | 'expired' | 'confirmed',
    paid: 'pending' | 'succeeded' | 'refunded',
    askedAt: Date,
  ) => ({
    status,
    holdExpiresAt: null,
    payment: { ...payment, status: paid, askedAt },
  })
  const lately = new Date('2026-11-21T09:40:00Z')

  test.each([
    ['a hold that has just lapsed', booking('expired', 'pending', lately), true],
    ['a confirmed booking', booking('confirmed', 'succeeded', lately), false],
    ['a refunded one', booking('expired', 'refunded', lately), false],
    ['one of yesterday', booking('expired', 'pending', new Date('2026-11-20T09:40:00Z')), false],
  ])('%s', (_, given, expected) => expect(awaitsWord(given, now)).toBe(expected))
})

describe("the payment page's life", () => {
  test('follows from the booking alone, so that asking again is the same request', () => {
    expect(checkoutExpiry(now, later)).toEqual(new Date('2026-11-21T10:41:00Z'))
  })

  test('never exceeds what Stripe allows', () => {
    const dayLater = new Date('2026-11-22T10:00:00Z')
    expect(checkoutExpiry(now, dayLater)).toEqual(new Date('2026-11-22T09:59:00Z'))
  })
})

test('a model at a price is one card, wherever it can be picked up', () => {
  const offer = (vehicleId: string, more: Partial<Offer> = {}) =>
    ({
      vehicleId,
      make: 'VW',
      model: 'Polo',
      locationId: 'l',
      locationName: 'Bahnhof',
      price: { totalRappen: 100 },
      ...more,
    }) as Offer
  const groups = groupOffers([
    offer('a'),
    offer('b'),
    offer('c', { locationId: 'm', locationName: 'Flughafen' }),
    offer('d', { transmission: 'automatic' }),
    offer('e', { price: { totalRappen: 120 } as Offer['price'] }),
  ])
  expect(groups.map((group) => [group.offer.vehicleId, group.available])).toEqual([
    ['a', 3],
    ['d', 1],
    ['e', 1],
  ])
  expect(groups[0]?.places).toEqual([
    { locationId: 'l', name: 'Bahnhof', available: 2, vehicleId: 'a' },
    { locationId: 'm', name: 'Flughafen', available: 1, vehicleId: 'c' },
  ])
})

test('a lapsed booking leads back to its vehicle and time, by the clock of the company; one that has begun leads nowhere', () => {
  const booking = {
    startsAt: new Date('2026-12-01T09:00:00Z'),
    endsAt: new Date('2026-12-03T16:30:00Z'),
    vehicle: { id: 'v' } as Booking['vehicle'],
  }
  expect(sameAgain(booking, { now, timeZone: 'Europe/Zurich' })).toBe(
    '/book/v?from=2026-12-01&from_time=10%3A00&to=2026-12-03&to_time=17%3A30',
  )
  expect(sameAgain({ ...booking, startsAt: earlier }, { now, timeZone: 'Europe/Zurich' })).toBeNull()
})
