import { expect, test } from 'vitest'
import { obstacleOn } from '@/lib/messages/rules'

/** What is too long or not paid for is said before it is sent; nothing is cut off. */
test('a text that is too long for its way says by how much, and fits another one', () => {
  const text = 'a'.repeat(1_612)
  expect(obstacleOn('sms', text, null)).toEqual({ kind: 'tooLong', left: -12, most: 1_600 })
  expect(obstacleOn('whatsapp', text, null)).toMatchObject({ left: -12 })
  expect(obstacleOn('email', text, null)).toBeNull()
  expect(obstacleOn('portal', 'a'.repeat(4_001), null)).toMatchObject({ left: -1 })
  // Three points are written for one sign.
  expect(obstacleOn('sms', '…'.repeat(600), null)).toMatchObject({ left: -200 })
  expect(obstacleOn('sms', ` ${'a'.repeat(1_600)} `, null)).toBeNull()
})

test('short messages that are used up are told before one is sent, on no other way', () => {
  expect(obstacleOn('sms', 'Hallo', 0)).toEqual({ kind: 'smsUsedUp', left: 0 })
  expect(obstacleOn('sms', 'a'.repeat(161), 1)).toEqual({ kind: 'smsUsedUp', left: 1 })
  expect(obstacleOn('sms', 'a'.repeat(160), 1)).toBeNull()
  expect(obstacleOn('sms', 'Hallo', null)).toBeNull()
  expect(obstacleOn('email', 'Hallo', 0)).toBeNull()
})
