import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { MESSAGES } from '@/app/client-words/de'
import { SentLicence } from '@/components/handover/driver/sent-licence'
import type { Checkin } from '@/lib/checkin/schema'
import { FORM_TEMPLATE } from '@/lib/checkin/template'

const file = (id: string, field: string, more: Partial<Checkin['files'][number]> = {}) => ({
  id,
  field,
  kind: 'identity',
  contentType: 'image/jpeg',
  bytes: 40_000,
  isPurged: false,
  ...more,
})
const page = (files: Checkin['files'] | null) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="de" messages={MESSAGES} timeZone="Europe/Zurich">
      <SentLicence checkin={files && ({ fields: FORM_TEMPLATE, files } as Checkin)} />
    </NextIntlClientProvider>,
  )

test('the licence photos sent at check-in stand where the licence is checked, by what they show', () => {
  const shown = page([
    file('back', 'licence_back'),
    file('front', 'licence_front'),
    file('gone', 'licence_front', { isPurged: true }),
  ])
  expect(shown).toMatch(
    /checkin-files\/front.*Führerausweis, Vorderseite.*checkin-files\/back.*Führerausweis, Rückseite/s,
  )
  expect(shown).not.toContain('gone')
})

test('where nothing was sent nothing stands', () => {
  expect([page(null), page([]), page([file('a', 'licence_front', { isPurged: true })])]).toEqual(['', '', ''])
})
