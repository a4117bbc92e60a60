import { describe, expect, test } from 'vitest'
import { isPast, pickupRefusal, returnRefusal } from '@/lib/handover/refusals'

const stillOut = { contractId: 'c2', number: 'M-2', customer: 'Luca', dueAt: '2026-11-28T10:00:00Z' }
const pickup = (reservation: string, contract: string | null = null) => ({
  reservation: { status: reservation },
  contract: { status: contract },
  stillOut: null,
})
const back = (status: string) => returnRefusal({ contract: { status } })

describe('a pickup', () => {
  test('begins for what is promised, and goes on with a contract not yet signed', () => {
    expect(pickupRefusal(pickup('confirmed'))).toBeNull()
    expect(pickupRefusal(pickup('converted', 'draft'))).toBeNull()
  })

  test.each(['pending', 'cancelled', 'no_show', 'expired'] as const)('does not begin when %s', (status) => {
    expect(pickupRefusal({ ...pickup(status), stillOut })).toBe(status)
  })

  test('is not done twice', () => {
    for (const status of ['active', 'returned', 'closed'] as const)
      expect(pickupRefusal(pickup('converted', status))).toBe('picked_up')
  })

  test('waits for the vehicle that another rental still has', () => {
    expect(pickupRefusal({ ...pickup('confirmed'), stillOut })).toBe('still_out')
  })
})

test('a return begins on the road alone', () => {
  expect(back('active')).toBeNull()
  expect(back('draft')).toBe('not_picked_up')
  expect(back('signed')).toBe('not_picked_up')
  expect(back('cancelled')).toBe('cancelled')
  expect(back('returned')).toBe('returned')
  expect(back('closed')).toBe('returned')
})

test('a pickup is told of as long as its rental runs, and not once the vehicle is back', () => {
  const past = (status: string | null) => isPast({ contract: { status } })
  expect(['draft', 'signed', 'active', null].map(past)).toEqual([false, false, false, false])
  expect(['returned', 'closed'].map(past)).toEqual([true, true])
})
