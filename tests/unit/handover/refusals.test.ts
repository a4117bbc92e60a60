import { describe, expect, test } from 'vitest'
import { pickupRefusal, returnRefusal } from '@/lib/handover/refusals'

const stillOut = { contractId: 'c2', number: 'M-2', customer: 'Luca', dueAt: '2026-11-28T10:00:00Z' }
const confirmed = { status: 'confirmed', contract: null, stillOut: null } as const

describe('a pickup', () => {
  test('begins for what is promised, and goes on with a contract not yet signed', () => {
    expect(pickupRefusal(confirmed)).toBeNull()
    expect(
      pickupRefusal({ status: 'converted', contract: { id: 'c1', status: 'draft' }, stillOut: null }),
    ).toBeNull()
  })

  test.each(['pending', 'cancelled', 'no_show', 'expired'] as const)('does not begin when %s', (status) => {
    expect(pickupRefusal({ ...confirmed, status, stillOut })).toBe(status)
  })

  test('is not done twice', () => {
    for (const status of ['active', 'returned', 'closed'] as const)
      expect(pickupRefusal({ status: 'converted', contract: { id: 'c1', status }, stillOut: null })).toBe(
        'picked_up',
      )
  })

  test('waits for the vehicle that another rental still has', () => {
    expect(pickupRefusal({ ...confirmed, stillOut })).toBe('still_out')
  })
})

test('a return begins on the road alone', () => {
  expect(returnRefusal({ status: 'active' })).toBeNull()
  expect(returnRefusal({ status: 'draft' })).toBe('not_picked_up')
  expect(returnRefusal({ status: 'signed' })).toBe('not_picked_up')
  expect(returnRefusal({ status: 'cancelled' })).toBe('cancelled')
  expect(returnRefusal({ status: 'returned' })).toBe('returned')
  expect(returnRefusal({ status: 'closed' })).toBe('returned')
})
