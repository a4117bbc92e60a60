import { describe, expect, test } from 'vitest'
import { type Licence, type LicenceDemand, licenceFindings } from '@/lib/customers/licence'

const licence: Licence = {
  birthDate: '1990-05-01',
  categories: ['B'],
  since: { B: '2010-06-01' },
  codes: [],
  expiresOn: '2040-01-01',
  verifiedAt: '2026-01-01T10:00:00Z',
}
const demand: LicenceDemand = {
  minimumAge: 21,
  licenceCategory: 'B',
  minimumLicenceYears: 2,
  transmission: 'manual',
  seats: 5,
  grossWeightKg: 1900,
}
const days = { startsOn: '2026-12-01', endsOn: '2026-12-04' }
const codes = (of: Partial<Licence>, wants: Partial<LicenceDemand> = {}) =>
  licenceFindings({ ...licence, ...of }, { ...demand, ...wants }, days).map(({ code, stops }) => [
    code,
    stops,
  ])

test('a good licence gives nothing to say', () => {
  expect(codes({})).toEqual([])
})

describe('what stops', () => {
  test.each([
    ['2026-12-04', []],
    ['2026-12-03', [['expired', true]]],
  ])('a licence to the %s', (expiresOn, expected) => {
    expect(codes({ expiresOn })).toEqual(expected)
  })
  test.each([
    ['2005-12-01', []],
    ['2005-12-02', [['too_young', true]]],
  ])('born on the %s', (birthDate, expected) => {
    expect(codes({ birthDate })).toEqual(expected)
  })
  test('code 78 and a manual gearbox', () => {
    expect(codes({ codes: ['01.06', '78'] })).toEqual([['automatic_only', true]])
  })
  test('born on the 29th of February: of age on the 1st of March', () => {
    const on = (startsOn: string) =>
      licenceFindings({ ...licence, birthDate: '2004-02-29' }, demand, { startsOn, endsOn: '2025-03-04' })
    expect(on('2025-02-28').map(({ code }) => code)).toEqual(['too_young'])
    expect(on('2025-03-01')).toEqual([])
  })
})

describe('what a person judges', () => {
  test.each<[string, Partial<Licence>, Partial<LicenceDemand>, string[]]>([
    ['78 and an automatic one', { codes: ['78'] }, { transmission: 'automatic' }, []],
    ['3500 kg', {}, { grossWeightKg: 3500 }, []],
    ['3501 kg', {}, { grossWeightKg: 3501 }, ['too_heavy']],
    ['3501 kg with C1', { categories: ['B', 'C1'] }, { grossWeightKg: 3501 }, []],
    ['9 seats', {}, { seats: 9 }, []],
    ['10 seats', {}, { seats: 10 }, ['too_many_seats']],
    ['10 seats with D', { categories: ['B', 'D'] }, { seats: 10 }, []],
    ['no category for it', { categories: ['A1'] }, {}, ['category_missing']],
    ['C1 wanted, B held', {}, { licenceCategory: 'C1' }, ['category_missing']],
    [
      'C1 wanted, CE held',
      { categories: ['CE'], since: { CE: '2001-01-01' } },
      { licenceCategory: 'C1' },
      [],
    ],
    ['held for two years less a day', { since: { B: '2024-12-02' } }, {}, ['held_too_short']],
    ['held for two years', { since: { B: '2024-12-01' } }, {}, []],
    ['nobody knows since when', { since: {} }, {}, ['held_unknown']],
    ['nobody looked at it', { verifiedAt: null }, {}, ['unverified']],
    [
      'nothing known',
      { birthDate: null, categories: [], since: {}, expiresOn: null, verifiedAt: null },
      {},
      ['expiry_missing', 'birth_date_missing', 'unverified'],
    ],
  ])('%s', (_, of, wants, expected) => {
    expect(codes(of, wants)).toEqual(expected.map((code) => [code, false]))
  })
})
