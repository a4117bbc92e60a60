import { expect, test } from 'vitest'
import { describeError } from '@/lib/core/error-messages'
import { AppError } from '@/lib/core/errors'
import { SITE_LOCALES } from '@/lib/core/i18n/locales'
import { loadMessages } from '@/lib/core/i18n/messages'

const said = async (retryAfterSeconds: number, locale: 'de' | 'en' | 'fr' | 'it' = 'de') =>
  (await describeError(new AppError('rate_limited', { details: { retryAfterSeconds } }), locale)).message

test('how long to wait is said in the unit people would use, and is always enough', async () => {
  expect(await said(1)).toContain('in einer Sekunde')
  expect(await said(59)).toContain('in 59 Sekunden')
  expect(await said(60)).toContain('in einer Minute')
  expect(await said(61)).toContain('in 2 Minuten')
  expect(await said(3_540)).toContain('in 59 Minuten')
  expect(await said(3_541)).toContain('in einer Stunde')
  expect(await said(3_600)).toContain('in einer Stunde')
  expect(await said(7_200)).toContain('in 2 Stunden')
})

test.each([
  ['en', 'in one hour'],
  ['fr', 'dans une heure'],
  ['it', 'tra un’ora'],
] as const)('and in every language: %s', async (locale, words) => {
  expect(await said(3_600, locale)).toContain(words)
})

test('an amount among the details is written as money is', async () => {
  const error = new AppError('refund_exceeds_payment', { details: { refundable_rappen: 104_605 } })
  expect((await describeError(error, 'de')).message).toContain("1'046.05")
})

test.each(SITE_LOCALES)(
  'no refusal is told by its code, even where nothing more is known of it: %s',
  async (locale) => {
    const { errors = {} } = await loadMessages(locale)
    for (const code of [...Object.keys(errors), 'no_such_code']) {
      const { message } = await describeError(new AppError(code), locale)
      expect([code, message]).toEqual([code, expect.stringMatching(/^\S+ .*[.:?]$/)])
    }
  },
)

test('a price that is another one is said without a reason too', async () => {
  const { message } = await describeError(new AppError('price_changed'), 'de')
  expect(message).toContain('ist der Preis ein anderer')
})
