import { expect, test } from 'vitest'
import { reasonOf } from '@/lib/messages/dead-letters'

test.each([
  ['Twilio refused: 21211', 'number_unknown'],
  ['Twilio refused: 21614', 'no_mobile'],
  ['Twilio refused: 21610', 'stopped'],
  ['Twilio refused: 63016', 'whatsapp_closed'],
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
