import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { MESSAGES as GERMAN } from '@/app/client-words/de'
import { MESSAGES as ENGLISH } from '@/app/client-words/en'
import { LOCALES, type Locale, SITE_LOCALES } from '@/lib/core/i18n/locales'
import { loadMessages, type Messages } from '@/lib/core/i18n/messages'
import { LANGUAGES } from '@/lib/messages/languages'

/** Languages that speak to customers alone, and what they promise there; a company's bill is in any of them. */
const siteOnly = SITE_LOCALES.filter((locale) => !(LOCALES as readonly Locale[]).includes(locale))
const COMPLETE_ON_SITES = ['agreement', 'billing', 'booking-site', 'core', 'portal', 'verification']
/** Said by the server alone, in whatever language a visitor has; or, what is signed, brought along in every language. */
const NOT_IN_THE_APP = ['agreement', 'billing', 'booking-site', 'portal', 'verification']
/** Of these a site needs a part: what it may answer, and the words of the fields it uses. */
const PART_ON_SITES = ['errors', 'ui']
/** What the site's pages and its booking answer with. */
const SITE_CODES = [
  'internal',
  'unavailable',
  'refused',
  'invalid_input',
  'not_found',
  'not_available',
  'booking_refused',
  'driver_too_young',
  'licence_category',
  'licence_too_short',
  'licence_since_missing',
  'licence_expired',
  'period_in_past',
  'end_in_past',
  'invalid_period',
  'idempotency_key_reused',
  'rate_limited',
  'signature_missing',
  'contract_not_active',
  'change_undone',
  'exchange_open',
]

/** Every sentence by its path. */
function sentences(value: unknown, path = ''): [string, string][] {
  return value !== null && typeof value === 'object'
    ? Object.entries(value).flatMap(([key, child]) => sentences(child, path ? `${path}.${key}` : key))
    : [[path, String(value)]]
}
const keys = (messages: unknown) =>
  sentences(messages)
    .map(([path]) => path)
    .sort()

/** What a sentence is filled with: arguments and tags, in whatever order the language has them. */
function placeholders(sentence: string): string[] {
  return [
    ...new Set(sentence.match(/(?<![\s}](?:one|other|full|=\d+) )\{[a-z_A-Z]+(?=[},])|<[a-z]+>/g)),
  ].sort()
}
const wording = (messages: Messages) => new Map(sentences(messages))

test.each(SITE_LOCALES)('no sentence in %s names a currency: that is each company’s own', async (locale) => {
  const named = sentences(await loadMessages(locale)).filter(([, sentence]) => /\bCHF\b/.test(sentence))
  expect(named).toEqual([])
})

test.each(['fr', 'it'] as const)('no sentence in %s has a typewriter’s apostrophe', async (locale) => {
  const typed = sentences(await loadMessages(locale)).filter(([, sentence]) =>
    /\p{L}'[\p{L}{<]/u.test(sentence),
  )
  expect(typed).toEqual([])
})

test('French stands off its double signs, and no line begins with one', async () => {
  const close = sentences(await loadMessages('fr')).filter(([, sentence]) =>
    /[^\u00a0][:;!?](?=\s|$)/.test(sentence),
  )
  expect(close).toEqual([])
})

test('every folder is a language we offer', () => {
  expect(readdirSync('messages').sort()).toEqual([...SITE_LOCALES].sort())
  expect([...LANGUAGES].sort()).toEqual([...SITE_LOCALES].sort())
})

test.each(LOCALES)('%s misses no sentence and has none too many', async (locale) => {
  expect(keys(await loadMessages(locale))).toEqual(keys(await loadMessages('de')))
})

test.each(SITE_LOCALES)(
  'no sentence of a site in %s breaks between a number and its percent sign',
  async (locale) => {
    const messages = await loadMessages(locale)
    const broken = sentences({ site: messages['booking-site'], portal: messages.portal })
    expect(broken.filter(([, sentence]) => sentence.includes(' %'))).toEqual([])
  },
)

test('the app’s pages are given every namespace but those of the sites', async () => {
  const given = Object.keys(await loadMessages('de')).filter((name) => !NOT_IN_THE_APP.includes(name))
  expect(Object.keys(GERMAN)).toEqual(given.sort())
  expect(Object.keys(ENGLISH)).toEqual(given.sort())
})

test.each(siteOnly)('%s is complete on companies’ sites and has nothing besides', async (locale) => {
  const [german, other] = await Promise.all([loadMessages('de'), loadMessages(locale)])
  expect(Object.keys(other).sort()).toEqual([...COMPLETE_ON_SITES, ...PART_ON_SITES].sort())
  for (const namespace of COMPLETE_ON_SITES) expect(keys(other[namespace])).toEqual(keys(german[namespace]))
  for (const namespace of PART_ON_SITES)
    expect(keys(german[namespace])).toEqual(expect.arrayContaining(keys(other[namespace])))
  expect(Object.keys(other.errors ?? {})).toEqual(expect.arrayContaining(SITE_CODES))
})

test.each(SITE_LOCALES.filter((locale) => locale !== 'de'))(
  '%s fills in the same values as German',
  async (locale) => {
    const [german, other] = await Promise.all(
      [loadMessages('de'), loadMessages(locale)].map(async (it) => wording(await it)),
    )
    for (const [path, sentence] of other ?? [])
      expect([path, placeholders(sentence)]).toEqual([path, placeholders(german?.get(path) ?? '')])
  },
)

test('German here has no sharp s', async () => {
  expect(JSON.stringify(await loadMessages('de'))).not.toContain('ß')
})
