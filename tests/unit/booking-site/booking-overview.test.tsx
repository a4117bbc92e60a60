import { NextIntlClientProvider } from 'next-intl'
import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { BookingFacts } from '@/components/booking-site/booking-facts'
import { BookingStanding } from '@/components/booking-site/booking-standing'
import type { Booking, Standing } from '@/lib/booking-site/booking'
import { SITE_LOCALES } from '@/lib/core/i18n/locales'
import { loadMessages } from '@/lib/core/i18n/messages'

const place = { name: 'Zürich HB', street: null, houseNumber: null, postalCode: null, town: null }
const booking = {
  number: 'R-2026-00042',
  startsAt: new Date('2026-12-01T09:00:00Z'),
  endsAt: new Date('2026-12-04T09:00:00Z'),
  currency: 'CHF',
  totalRappen: 30_000,
  isVehicleFixed: true,
  holdExpiresAt: null,
  payment: null,
  customer: { name: 'Anna Müller', email: 'anna@example.ch' },
  pickup: place,
  return: place,
  vehicle: {
    id: 'v',
    make: 'Škoda',
    model: 'Octavia',
    seats: 5,
    fuel: 'petrol',
    transmission: 'manual',
    categoryNames: { en: 'Estate' },
    bodyType: 'estate',
  },
  price: {
    currency: 'CHF',
    days: 3,
    lines: [
      { kind: 'rental', code: 'day', names: {}, quantity: 3, unitRappen: 8_000, amountRappen: 24_000 },
      {
        kind: 'extra',
        code: 'child_seat',
        names: { en: 'Child seat' },
        charge: 'per_rental',
        quantity: 2,
        unitRappen: 3_000,
        amountRappen: 6_000,
      },
    ],
    vat: [],
    rules: [],
    includedKm: 300,
    extraKmRappen: 50,
    securityDepositRappen: 0,
    excessRappen: null,
  },
} as unknown as Booking
const ctx = { timeZone: 'Europe/Zurich', locale: 'en' }
const settled = { totalRappen: 44_400, paidRappen: 15_000, openRappen: 29_400 }

/** What one reads, without the marks around it. */
async function read(page: ReactElement, locale: (typeof SITE_LOCALES)[number] = 'en'): Promise<string> {
  const messages = await loadMessages(locale)
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={messages} timeZone="Europe/Zurich">
      {page}
    </NextIntlClientProvider>,
  )
  return html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
}

const facts = (props: Pick<Parameters<typeof BookingFacts>[0], 'stage' | 'settled'>) =>
  read(<BookingFacts booking={booking} paidRappen={15_000} ctx={ctx} {...props} />)

const standing = (state: Standing, openRappen: number, locale?: (typeof SITE_LOCALES)[number]) =>
  read(
    <BookingStanding booking={booking} standing={state} checking={false} openRappen={openRappen} ctx={ctx}>
      {null}
    </BookingStanding>,
    locale,
  )

test('the booked extras are listed with their price', async () => {
  expect(await facts({ stage: 'comes', settled: null })).toMatch(/Child seat × 2 CHF\s60\.00/)
})

test('before the pick-up one reads what to bring and what is paid on return, during the rental no more what to bring', async () => {
  const before = await facts({ stage: 'comes', settled: null })
  expect(before).toContain('Bring to the pick-up')
  expect(before).toMatch(/On return CHF\s150\.00/)
  const during = await facts({ stage: 'runs', settled: null })
  expect(during).not.toContain('Bring to the pick-up')
  expect(during).toContain('300 km included')
})

test('after the return the total is the settled one, with what of it is paid and open', async () => {
  const after = await facts({ stage: 'over', settled })
  expect(after).toMatch(/Total CHF\s444\.00 Paid CHF\s150\.00 Still open CHF\s294\.00/)
  expect(after).not.toMatch(/On return CHF|Bring to the pick-up/)
  expect(await facts({ stage: 'over', settled: { ...settled, openRappen: 0 } })).not.toContain('Still open')
})

test('the headline follows the rental', async () => {
  expect(await standing('picked_up', 0)).toContain('Return by Fri, 4 Dec 2026, 10:00, Zürich HB.')
  expect(await standing('returned', 29_400)).toMatch(/Still to pay: CHF\s294\.00/)
  expect(await standing('returned', 0)).toContain('The vehicle is back')
  expect(await standing('done', 0)).toContain('All done')
})

test.each(SITE_LOCALES)('every state has its words: %s', async (locale) => {
  for (const state of ['picked_up', 'returned', 'done'] as const)
    for (const open of [0, 100]) expect(await standing(state, open, locale)).not.toContain('booking-site.')
})
