import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { SiteNotice } from '@/components/booking-site/site-notice'
import { loadMessages } from '@/lib/core/i18n/messages'
import type { SiteCompany } from '@/lib/core/site-company'

const messages = await loadMessages('de')

function notice(facts: Pick<SiteCompany, 'lines' | 'isOpening'>): string {
  const company = { name: 'Seegarage', email: 'info@seegarage.test', phone: null, ...facts } as SiteCompany
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="de" messages={messages} timeZone="Europe/Zurich">
      <SiteNotice company={company} />
    </NextIntlClientProvider>,
  )
}

test('a site that is not set up yet says that it opens soon, one on hold that it is closed', () => {
  expect(notice({ lines: ['rentals'], isOpening: true })).toContain('Online-Buchung öffnet bald')
  expect(notice({ lines: ['rentals'], isOpening: false })).toContain('zurzeit nicht möglich')
  expect(notice({ lines: ['services'], isOpening: true })).toContain('Termin vereinbaren')
  expect(notice({ lines: ['rentals'], isOpening: true })).toContain('info@seegarage.test')
})
