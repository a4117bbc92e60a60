import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { VatFields } from '@/components/companies/vat-fields'
import { loadMessages } from '@/lib/core/i18n/messages'

const messages = await loadMessages('de')

const uidField = (isRegistered: boolean) => {
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale="de" messages={messages} timeZone="Europe/Zurich">
      <VatFields isRegistered={isRegistered} uidNumber={null} />
    </NextIntlClientProvider>,
  )
  return html.slice(html.indexOf('UID'))
}

test('the UID is required of whoever is registered for VAT, and optional for others', () => {
  expect(uidField(true)).toContain('Pflichtfeld')
  expect(uidField(true)).toMatch(/<input[^>]*required/)
  expect(uidField(true)).not.toContain('freiwillig')
  expect(uidField(false)).toContain('freiwillig')
  expect(uidField(false)).not.toMatch(/<input[^>]*required/)
})
