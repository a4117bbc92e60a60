import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { AnswerForm } from '@/components/messages/answer-form'
import { ThreadMessage } from '@/components/messages/thread-message'
import type { Channel, Message } from '@/lib/messages/conversation'
import de from '@/messages/de/messages.json'
import portal from '@/messages/de/portal.json'
import ui from '@/messages/de/ui.json'

/** What a conversation says of its messages, and of the ways that are open. */
vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh: () => undefined }) }))
vi.mock('@/app/(dashboard)/dashboard/messages/actions', () => ({
  settleFailedMessageAction: vi.fn(),
  writeToCustomerAction: vi.fn(),
}))

const page = (element: React.ReactNode) =>
  renderToStaticMarkup(
    <NextIntlClientProvider
      locale="de"
      messages={{ messages: de, portal, ui }}
      timeZone="Europe/Zurich"
      onError={(error) => {
        throw error
      }}
    >
      {element}
    </NextIntlClientProvider>,
  )

const message: Message = {
  id: 'm',
  direction: 'out',
  channel: 'email',
  template: 'written',
  subject: null,
  body: 'Hallo',
  status: 'sent',
  at: '2026-12-01T09:00:00Z',
  isRead: true,
  isSettled: false,
  files: [],
}
const shown = (change: Partial<Message>, canWrite = true) =>
  page(<ThreadMessage message={{ ...message, ...change }} timeZone="Europe/Zurich" canWrite={canWrite} />)

test('what could not leave says so with the reason and can be tried again; what was settled cannot', () => {
  const unsent = shown({ status: 'failed', error: 'Resend refused: no answer' })
  expect(unsent).toContain('nicht gesendet: Der Versanddienst war nicht erreichbar.')
  expect(unsent).toContain('Erneut versuchen')
  expect(shown({ status: 'failed', error: 'bounced' })).toContain(
    'nicht zugestellt: Die Adresse wurde abgewiesen.',
  )
  expect(shown({ status: 'failed', error: 'bounced', isSettled: true })).not.toContain('Erneut versuchen')
  expect(shown({ status: 'failed', error: 'bounced' }, false)).not.toContain('Erneut versuchen')
})

test('what a machine sent is folded to a line that ends with a word', () => {
  const html = shown({
    template: 'sms.vehicle_late',
    body: 'Alpenmobil AG: Ihr Fahrzeug (R-2026-00042, Abholung Di, 1. Dez. 2026, 10:00) ist möglicherweise nicht pünktlich bereit.',
  })
  expect(html).toContain('Abholung Di, 1. Dez. 2026, 10:00) ist…</summary>')
  expect(shown({ template: 'sms.key_box', body: 'Code 4711' })).toContain('>Code 4711</summary>')
})

test('a mail from a strange address says from which; web addresses in it lead there', () => {
  const html = shown({ direction: 'in', sender: 'mallory@example.net', body: 'Siehe https://a.ch/x <b>' })
  expect(html).toContain('Kam von mallory@example.net')
  expect(html).toContain('<a href="https://a.ch/x" target="_blank" rel="noreferrer nofollow"')
  expect(html).toContain('&lt;b&gt;')
  expect(shown({ direction: 'in', sender: null })).not.toContain('Kam von')
})

test('who stopped messages is not said to have no telephone; whom only an SMS reaches is written to by SMS', () => {
  const form = (channels: Channel[], stopped: Channel[] = []) =>
    page(<AnswerForm customerId="c" channels={channels} stopped={stopped} unread={[]} />)
  expect(form([], ['sms'])).toContain('will auf die Telefonnummer keine Nachrichten mehr')
  expect(form([])).toContain('weder E-Mail-Adresse noch Telefonnummer')
  expect(form(['sms'])).toContain('Geht als SMS, höchstens 1&#x27;600 Zeichen')
})
