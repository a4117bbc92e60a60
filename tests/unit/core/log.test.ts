import { expect, test } from 'vitest'
import { failureReason, redactText } from '@/lib/core/log'

test.each([
  ['mail to anna.muster@example.ch failed', 'mail to [email] failed'],
  ['IBAN CH44 3199 9123 0008 8901 2 is wrong', 'IBAN [iban] is wrong'],
  ['IBAN CH4431999123000889012', 'IBAN [iban]'],
  ['call +41 79 123 45 67 now', 'call [phone] now'],
  ['Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl', 'Bearer [token]'],
  ['key sk_test_abcdefgh1234', 'key [token]'],
])('%s', (text, redacted) => expect(redactText(text)).toBe(redacted))

test('ids, times and amounts stay readable', () => {
  const text = 'reservation 3f2504e0-4f89-41d3-9a0c-0305e82c3301 at 2026-11-21T14:30:00Z for 41250'
  expect(redactText(text)).toBe(text)
})

test('the reason of a failure names its cause, without the people in it', () => {
  const cause = { code: 'PGRST202', message: 'no function for anna@example.ch', details: 'secret' }
  expect(failureReason(new Error('internal', { cause }))).toBe('internal (PGRST202: no function for [email])')
  expect(failureReason('down')).toBe('down')
})
