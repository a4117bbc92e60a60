import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { DriverAge } from '@/components/booking-site/driver-age'
import { loadMessages } from '@/lib/core/i18n/messages'

const messages = await loadMessages('en')
const fees = [{ belowAge: 25, amountRappen: 1500 }]

function question(minimumAge: number, age?: number): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={messages} timeZone="Europe/Zurich">
      <DriverAge fees={fees} age={age} minimumAge={minimumAge} currency="CHF" />
    </NextIntlClientProvider>,
  )
}

test('only ages that may drive the vehicle are offered', () => {
  const markup = question(21)
  expect([...markup.matchAll(/value="(\d+)"/g)].map(([, value]) => Number(value))).toEqual([24, 23, 22, 21])
  expect(markup).toContain('25 or older')
})

test('a vehicle whose drivers are all past the fee asks for no age', () => {
  expect(question(25)).toBe('')
})

test('an age brought along from another vehicle is told to be too low for this one', () => {
  const markup = question(25, 20)
  expect(markup).toContain('You must be at least 25 years old')
  expect(markup).toMatch(/<option[^>]*value="20"[^>]*selected/)
})
