import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { ClosedNote } from '@/components/booking-site/closed-note'
import { loadMessages } from '@/lib/core/i18n/messages'
import type { SiteCompany } from '@/lib/core/site-company'

const messages = await loadMessages('de')
const weekdays = Object.fromEntries(
  ['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, ['08:00', '18:00']]),
)
const branch = (id: string, holidays: { day: string; name: string }[]) => ({
  id,
  openingHours: weekdays,
  holidays,
})
const christmas = { day: '2026-12-25', name: 'Weihnachten' }

function note(from: string, to: string, locations: object[], locationId?: string) {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="de" messages={messages} timeZone="Europe/Zurich">
      <ClosedNote
        search={{ from, to, extras: {}, ...(locationId && { locationId }) }}
        locations={locations as SiteCompany['locations']}
      />
    </NextIntlClientProvider>,
  )
}

test('a holiday is closed like a Sunday, and named', () => {
  const closed = note('2026-12-25T10:00', '2026-12-27T10:00', [branch('zh', [christmas])])
  expect(closed).toContain('Abholung 10:00 (Weihnachten)')
  expect(closed).toMatch(/Rückgabe 10:00(?! \()/)
})

test('where another branch is open nothing is said, unless the closed one is meant', () => {
  const branches = [branch('zh', [christmas]), branch('zg', [])]
  expect(note('2026-12-25T10:00', '2026-12-28T10:00', branches)).toBe('')
  expect(note('2026-12-25T10:00', '2026-12-28T10:00', branches, 'zh')).toContain('Weihnachten')
})
