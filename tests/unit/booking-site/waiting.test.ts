import { expect, test } from 'vitest'
import { waitingStandingOf } from '@/lib/booking-site/waiting/rules'
import { type WaitingEntry, WaitingWish } from '@/lib/booking-site/waiting/schema'

const now = new Date('2026-12-01T10:00:00Z')
const later = new Date('2026-12-02T10:00:00Z')
const earlier = new Date('2026-11-30T10:00:00Z')

function entry(change: Partial<WaitingEntry>): WaitingEntry {
  return { status: 'waiting', startsAt: later, offeredUntil: null, booking: null, ...change } as WaitingEntry
}
const option = (holdExpiresAt: Date | null, payment: object | null = null) =>
  ({ holdExpiresAt, payment }) as WaitingEntry['booking']

test.each([
  ['waits', entry({}), 'waiting'],
  ['waited until the period began', entry({ startsAt: earlier }), 'expired'],
  ['was told that something is free', entry({ status: 'offered', offeredUntil: later }), 'free'],
  ['did not answer in time', entry({ status: 'offered', offeredUntil: earlier }), 'expired'],
  ['has a vehicle kept', entry({ status: 'offered', offeredUntil: later, booking: option(later) }), 'kept'],
  [
    'let the option lapse',
    entry({ status: 'offered', offeredUntil: later, booking: option(earlier) }),
    'expired',
  ],
  [
    'has yet to pay',
    entry({ status: 'offered', offeredUntil: later, booking: option(later, {}) }),
    'accepted',
  ],
  ['has booked', entry({ status: 'booked' }), 'booked'],
] as const)('somebody who %s', (_, given, standing) => expect(waitingStandingOf(given, now)).toBe(standing))

test('nobody is put on the list without consent, name and a way to be reached', () => {
  const wish = {
    from: '2026-12-10T10:00',
    to: '2026-12-12T10:00',
    category: '',
    location: '',
    firstName: 'Anna',
    lastName: 'Muster',
    email: 'anna@example.ch',
    phone: '079 123 45 67',
    acceptsMessages: 'on',
    idempotencyKey: crypto.randomUUID(),
  }
  expect(WaitingWish.parse(wish)).toMatchObject({ phone: '+41791234567', category: undefined })
  for (const missing of ['firstName', 'email', 'phone', 'acceptsMessages'])
    expect(WaitingWish.safeParse({ ...wish, [missing]: '' }).error?.issues[0]?.path).toEqual([missing])
})
