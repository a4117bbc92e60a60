import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { ContactButtons } from '@/components/booking-site/contact-buttons'
import { loadMessages } from '@/lib/core/i18n/messages'

const company = { name: 'Alpenmobil AG', phone: null, email: 'hallo@alpenmobil.test' }

async function shown(conversation?: string): Promise<string> {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="de" messages={await loadMessages('de')}>
      <ContactButtons company={company} {...(conversation && { conversation })} />
    </NextIntlClientProvider>,
  )
}

test('who has a conversation with the company writes there, and the address stands beside it as text', async () => {
  const html = await shown('/portal/abc/messages')
  expect(html).toContain('href="/portal/abc/messages"')
  expect(html).not.toContain('mailto:')
  expect(html).toContain(company.email)
})

test('anybody else writes a mail', async () => {
  expect(await shown()).toContain('href="mailto:hallo@alpenmobil.test"')
})
