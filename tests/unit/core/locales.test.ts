import { expect, test } from 'vitest'
import { localeFromHeader } from '@/lib/core/i18n/locales'

test.each([
  ['de-CH,de;q=0.9,en;q=0.8', 'de'],
  ['fr-CH, en;q=0.7, de;q=0.8', 'de'],
  ['en-GB', 'en'],
  ['de;q=0, en;q=0.1', 'en'],
  ['fr', undefined],
  ['*', undefined],
  [null, undefined],
])('%s → %s', (header, locale) => expect(localeFromHeader(header)).toBe(locale))
