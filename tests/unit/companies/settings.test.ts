import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { CompanyProfile } from '@/lib/companies/profile-schema'
import { Appearance, BookingRules, RentalTerms, WebsiteChange } from '@/lib/companies/settings-schema'
import { fieldProblems } from '@/lib/core/validation'

const profile = {
  name: 'Alpenmobil',
  legalName: '',
  street: 'Seestrasse',
  houseNumber: '12',
  postalCode: '8002',
  town: 'Zürich',
  canton: '',
  email: '',
  phone: '',
  locale: 'de',
  uidNumber: 'CHE123456788',
  vatRegistered: 'true',
  iban: 'CH93 0076 2011 6238 5295 7',
}

const rules = {
  bookingDepositPercent: '50',
  bookingDepositMinimumRappen: '2000',
  priceRoundingRappen: '5',
  holdMinutes: '15',
  messageOrder: 'both',
  waitingOfferHours: '24',
  waitingHolds: 'on',
  lateGraceMinutes: '59',
  fuelPriceRappen: '210',
  chargePriceRappen: '60',
  paymentTermsDays: '30',
  reminderFeeRappen: '1000',
  remindersAutomatic: 'on',
  chargesRemainder: 'on',
  acceptsTips: 'on',
  depositReleaseDays: '',
  customerReminders: 'on',
  reviewUrl: '',
  quietFrom: '21:00',
  quietUntil: '08:00',
  retentionYears: '10',
  noShowFeePercent: '100',
  policyHours1: '72',
  policyPercent1: '30',
  policyHours2: '24',
  policyPercent2: '80',
  policyHours3: '',
  policyPercent3: '',
}

function problemsOf(result: { error?: z.ZodError }) {
  return result.error ? fieldProblems(result.error).map(({ field, key }) => `${field}: ${key}`) : []
}

describe('the profile', () => {
  test('keeps numbers tidied and emptied fields as nothing', () => {
    expect(CompanyProfile.parse(profile)).toMatchObject({
      legalName: null,
      email: null,
      uidNumber: 'CHE-123.456.788',
      vatRegistered: true,
      iban: 'CH9300762011623852957',
    })
  })

  test('names what is wrong at its field', () => {
    const wrong = { ...profile, name: ' ', uidNumber: 'CHE-123.456.789', iban: 'CH00' }
    expect(problemsOf(CompanyProfile.safeParse(wrong))).toEqual([
      'name: required',
      'uidNumber: uid',
      'iban: iban',
    ])
  })

  test('takes only addresses and telephones that can exist here', () => {
    const wrong = { ...profile, postalCode: 'ABC', canton: 'QQ', email: 'post', phone: '12' }
    expect(problemsOf(CompanyProfile.safeParse(wrong))).toEqual([
      'postalCode: postal_code',
      'canton: canton',
      'email: format_email',
      'phone: phone',
    ])
    const right = { ...profile, postalCode: '9490', canton: 'ZH', phone: '044 123 45 67' }
    expect(CompanyProfile.parse(right)).toMatchObject({
      postalCode: '9490',
      canton: 'ZH',
      phone: '+41441234567',
    })
  })

  test('asks whoever is registered for VAT for the UID, at its field', () => {
    const without = { ...profile, uidNumber: '' }
    expect(problemsOf(CompanyProfile.safeParse(without))).toEqual(['uidNumber: uid_for_vat'])
    expect(CompanyProfile.safeParse({ ...without, vatRegistered: 'false' }).success).toBe(true)
  })
})

describe('the rules of booking', () => {
  test('are whole numbers', () => {
    expect(BookingRules.parse(rules)).toMatchObject({
      bookingDepositPercent: 50,
      fuelPriceRappen: 210,
      chargePriceRappen: 60,
      priceRoundingRappen: 5,
      waitingHolds: true,
    })
    const { waitingHolds: _, ...without } = rules
    expect(BookingRules.parse(without).waitingHolds).toBe(false)
    expect(problemsOf(BookingRules.safeParse({ ...rules, priceRoundingRappen: '3' }))).toHaveLength(1)
  })

  test('ask for reviews on a page of the web, or not at all', () => {
    expect(BookingRules.parse(rules).reviewUrl).toBeNull()
    expect(BookingRules.parse({ ...rules, reviewUrl: ' https://g.page/r/x ' }).reviewUrl).toBe(
      'https://g.page/r/x',
    )
    for (const reviewUrl of ['http://g.page', 'javascript:alert(1)', 'https://a b', 'https://a\nBcc: x'])
      expect(problemsOf(BookingRules.safeParse({ ...rules, reviewUrl }))).toEqual(['reviewUrl: web_address'])
  })

  test('do not take an emptied field for zero, nor more than everything', () => {
    const wrong = { ...rules, holdMinutes: '', bookingDepositPercent: '101' }
    expect(problemsOf(BookingRules.safeParse(wrong))).toEqual([
      'bookingDepositPercent: too_big_number',
      'holdMinutes: required',
    ])
  })

  test('read the steps of the cancellation policy, and say which row is half or twice', () => {
    expect(BookingRules.parse(rules).cancellationPolicy).toEqual([
      { hours: 72, percent: 30 },
      { hours: 24, percent: 80 },
    ])
    const half = { ...rules, policyPercent1: '', policyHours3: '24', policyPercent3: '90' }
    expect(problemsOf(BookingRules.safeParse(half))).toEqual([
      'policyPercent1: required',
      'policyHours3: policy_twice',
    ])
  })
})

describe('the appearance', () => {
  const texts = ['headline', 'lead', 'about'].flatMap((text) =>
    ['de', 'fr', 'it', 'en'].map((language) => [`${text}_${language}`, '']),
  )
  const look = { accentColor: '#0F766E', typeface: 'nunito', ...Object.fromEntries(texts) }

  test('has a colour of six hexadecimal digits, in small letters, and a face of the curated set', () => {
    expect(Appearance.parse(look)).toMatchObject({ accentColor: '#0f766e', coloredHeader: false })
    expect(problemsOf(Appearance.safeParse({ ...look, accentColor: 'teal' }))).toEqual(['accentColor: color'])
    expect(Appearance.safeParse({ ...look, typeface: 'comic' }).success).toBe(false)
  })

  test('keeps the words that were written, by language', () => {
    const written = { ...look, headline_de: ' Los ', headline_fr: 'En route', about_it: 'Noi' }
    expect(Appearance.parse(written)).toMatchObject({
      headlines: { de: 'Los', fr: 'En route' },
      leads: {},
      abouts: { it: 'Noi' },
    })
    expect(problemsOf(Appearance.safeParse({ ...look, headline_en: 'x'.repeat(81) }))).toEqual([
      'headline_en: too_big_text',
    ])
  })
})

test('terms exist in the languages of a company only', () => {
  const terms = { de: 'Es gilt …', fr: '', it: '', en: 'The following …' }
  expect(RentalTerms.parse(terms)).toEqual(terms)
  expect(RentalTerms.safeParse({ ...terms, xx: '…' }).success).toBe(false)
})

test.each([
  ['https://Mieten.Example.ch/', 'mieten.example.ch'],
  ['MIETEN.Bünt.ch', 'mieten.xn--bnt-hoa.ch'],
  ['', null],
])('a domain is taken as DNS knows it, umlauts and all: %s', (typed, customDomain) => {
  expect(WebsiteChange.parse({ customDomain: typed, widgetOrigins: '' })).toMatchObject({
    customDomain,
  })
})

test.each(['bünt', 'mieten.bünt.ch:8080', 'a@mieten.bünt.ch:x', 'mieten bünt.ch'])(
  'what is no domain is refused: %s',
  (customDomain) => {
    expect(WebsiteChange.safeParse({ customDomain, widgetOrigins: '' }).success).toBe(false)
  },
)
