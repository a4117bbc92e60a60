import { expect, test } from 'vitest'
import { hasLeft, reasonOf } from '@/lib/core/delivery-failure'

test.each([
  ['Twilio refused: 21211', 'number_unknown'],
  ['Twilio refused: 21614', 'no_mobile'],
  ['Twilio refused: 21610', 'stopped'],
  ['Twilio refused: 63016', 'whatsapp_closed'],
  ['Twilio refused: 63027', 'template_refused'],
  ['stopped', 'stopped'],
  ['bounced', 'bounced'],
  ['Twilio refused: no answer', 'provider_away'],
  ['Resend refused: validation_error', 'address_refused'],
  ['The text messages of this month are used up', 'used_up'],
  ['Too many text messages in one day', 'day_full'],
  ['Twilio 63019', 'file_not_fetched'],
  ['Twilio 30003', 'number_unreachable'],
  ['Twilio refused: 3000', 'other'],
  ['Too many messages to this number within an hour', 'too_many'],
  ['The reservation does not exist', 'record_gone'],
  ['Twilio refused: 212110', 'other'],
  ['', 'other'],
])('what a worker notes as “%s” is told as %s', (error, reason) => expect(reasonOf(error)).toBe(reason))

test('what a provider refuses has not left; what it reports later has', () => {
  for (const error of ['Twilio 30003', 'bounced', 'suppressed', 'failed'])
    expect(hasLeft(error), error).toBe(true)
  for (const error of ['Twilio refused: 21614', 'Resend refused: no answer', 'stopped', ''])
    expect(hasLeft(error), error).toBe(false)
})
