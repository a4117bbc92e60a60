import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { PriceRules } from '@/components/ui/price-rules'
import { cityOf } from '@/lib/core/city'
import { SITE_LOCALES } from '@/lib/core/i18n/locales'
import { loadMessages, translatorFor } from '@/lib/core/i18n/messages'
import { readRules } from '@/lib/core/price-rules'

/** A price that every rule had a hand in, as the price function notes it. */
const trace = [
  { rule: 'duration', days: 38, time_zone: 'Europe/Zurich' },
  {
    rule: 'bands',
    of: 'category',
    months: 1,
    weeks: 1,
    days: 0,
    hours: 5,
    hourly_rappen: 1_500,
    daily_rappen: 9_000,
    weekly_rappen: 50_000,
    monthly_rappen: null,
  },
  {
    rule: 'season',
    names: { de: 'Sommer', en: 'Summer', fr: 'Été', it: 'Estate' },
    starts_on: '2027-06-01',
    ends_on: '2027-08-31',
    days: 12,
    of_days: 30,
    percent: 25,
  },
  {
    rule: 'season',
    names: { de: 'Ostern', en: 'Easter', fr: 'Pâques', it: 'Pasqua' },
    starts_on: '2027-03-26',
    ends_on: '2027-03-29',
    days: 1,
    daily_rappen: 12_000,
  },
  {
    rule: 'weekday',
    days: 6,
    amount_rappen: 5_400,
    surcharges: [
      { weekdays: [5, 6], percent: 10 },
      { weekdays: [1], percent: -5 },
    ],
  },
  { rule: 'long_rental', from_days: 30, percent: 10, amount_rappen: -9_000 },
  { rule: 'one_way', from: 'Zürich', to: 'Genève', amount_rappen: 15_000 },
  { rule: 'out_of_hours_pickup', location: 'Zürich', amount_rappen: 4_000 },
  { rule: 'out_of_hours_return', location: 'Genève', amount_rappen: 4_000 },
  {
    rule: 'young_driver',
    age: 21,
    below_age: 25,
    day_rappen: 1_500,
    cap_rappen: 15_000,
    amount_rappen: 15_000,
  },
  {
    rule: 'extra_cap',
    names: { de: 'Kindersitz', en: 'Child seat', fr: 'Siège enfant', it: 'Seggiolino' },
    cap_rappen: 5_000,
    uncapped_rappen: 30_400,
  },
  { rule: 'promo', code: 'SOMMER10', percent: 10, amount_off_rappen: -7_000 },
  { rule: 'rounding', step_rappen: 5, amount_rappen: -2 },
  { rule: 'vat', rate_bp: 810 },
  { rule: 'booking_deposit', percent: 20, minimum_rappen: 10_000 },
  { rule: 'of a later version', amount_rappen: 1 },
]

test.each(SITE_LOCALES)('in %s every rule of a price has a sentence', async (locale) => {
  const html = renderToStaticMarkup(
    <NextIntlClientProvider
      locale={locale}
      messages={await loadMessages(locale)}
      timeZone="Europe/Zurich"
      onError={(error) => {
        throw error
      }}
    >
      <PriceRules rules={readRules(trace)} currency="EUR" isFrozen />
    </NextIntlClientProvider>,
  )
  // The price list and what was chosen of it are two sentences; what this version does not know is none.
  const sentences = [...html.matchAll(/<li>(.*?)<\/li>/g)].map(([, sentence]) => sentence ?? '')
  expect(sentences).toHaveLength(trace.length - 1 + 2)
  for (const sentence of sentences) expect(sentence).not.toMatch(/[{}]|undefined|NaN|CHF/)
  expect(html).toContain('EUR\u00A0150.00')
})

test.each([
  ['de', 'Zürich', 'New York'],
  ['fr', 'Zurich', 'New York'],
  ['it', 'Zurigo', 'New York'],
  ['en', 'Zurich', 'New York'],
] as const)('the clock is that of a city as it is called in %s', async (locale, zurich, other) => {
  const cities = await translatorFor(locale, 'core.cities')
  expect(cityOf('Europe/Zurich', cities)).toBe(zurich)
  expect(cityOf('America/New_York', cities)).toBe(other)
})
