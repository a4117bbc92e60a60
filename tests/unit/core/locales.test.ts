import { expect, test } from 'vitest'
import { localeFromHeader, SITE_LOCALES, toLocale } from '@/lib/core/i18n/locales'

test.each([
  ['de-CH,de;q=0.9,en;q=0.8', 'de'],
  ['fr-CH, en;q=0.7, de;q=0.8', 'de'],
  ['en-GB', 'en'],
  ['de;q=0, en;q=0.1', 'en'],
  ['fr', undefined],
  ['*', undefined],
  [null, undefined],
])('%s → %s', (header, locale) => expect(localeFromHeader(header)).toBe(locale))

test('a company’s site speaks French and Italian as well', () => {
  expect(localeFromHeader('fr-CH, en;q=0.7, de;q=0.8', SITE_LOCALES)).toBe('fr')
  expect(toLocale('it-CH', SITE_LOCALES)).toBe('it')
  expect(toLocale('it-CH')).toBeUndefined()
  expect(toLocale('rm', SITE_LOCALES)).toBeUndefined()
})
