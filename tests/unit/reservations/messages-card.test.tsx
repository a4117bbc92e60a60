import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { MessagesCard } from '@/components/reservations/messages-card'
import type { SentMessage } from '@/lib/reservations/queries/detail'
import messages from '@/messages/de/messages.json'
import reservations from '@/messages/de/reservations.json'
import templates from '@/messages/de/templates.json'

const message: SentMessage = {
  id: 'm',
  topic: 'sms.reservation_confirmed',
  channel: 'sms',
  state: 'delivered',
  at: '2026-12-01T09:00:00Z',
  error: null,
  instead: null,
}
const shown = (...changes: Partial<SentMessage>[]) =>
  renderToStaticMarkup(
    <NextIntlClientProvider
      locale="de-CH"
      messages={{ messages, reservations, templates }}
      timeZone="Europe/Zurich"
      onError={(error) => {
        throw error
      }}
    >
      <MessagesCard
        messages={changes.map((change, place) => ({ ...message, ...change, id: `${place}` }))}
        timeZone="Europe/Zurich"
      />
    </NextIntlClientProvider>,
  ).replace(/<[^>]+>/g, ' ')

test('a message that went by WhatsApp says so, whatever its job is called', () => {
  expect(shown({ channel: 'whatsapp' })).toMatch(/Bestätigung\s+WhatsApp, +zugestellt/)
  expect(shown({ channel: 'whatsapp' })).not.toContain('SMS')
})

test('what did not arrive says why, and on which way it went on', () => {
  const html = shown(
    { channel: 'whatsapp', state: 'failed', error: 'Twilio 63024', instead: 'sms' },
    { channel: 'sms', state: 'delivered' },
  )
  expect(html).toContain('Auf WhatsApp darf nur innert 24 Stunden geantwortet werden.')
  expect(html).toContain('Stattdessen per SMS')
  expect(html).toMatch(/SMS, +zugestellt/)
})

test('a message nobody has a name for is a message, and none is said to be none', () => {
  expect(shown({ topic: 'mail.something_new', channel: 'email' })).toMatch(/Nachricht\s+E-Mail/)
  expect(shown()).toContain('Noch nichts verschickt.')
})
