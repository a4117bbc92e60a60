import { expect, test } from 'vitest'
import { rowOf } from '@/lib/pricing/rows'
import { PriceRuleChange } from '@/lib/pricing/schema'

const season = (fields: Record<string, unknown>) =>
  PriceRuleChange.parse({
    kind: 'season',
    nameDe: 'Festtage',
    nameEn: 'Holidays',
    startsOn: '2026-12-19',
    endsOn: '2027-01-03',
    percent: '30',
    ...fields,
  })
const namesOf = (fields: Record<string, unknown>) => rowOf(season(fields)).row.names

test('a season has the names its form gives, in the languages that were filled in', () => {
  expect(namesOf({})).toEqual({ de: 'Festtage', en: 'Holidays' })
  expect(namesOf({ nameEn: ' ', nameFr: 'Fêtes', nameIt: 'Feste' })).toEqual({
    de: 'Festtage',
    fr: 'Fêtes',
    it: 'Feste',
  })
})

test('a season that ends before it begins is told so at its last day', () => {
  const { error } = PriceRuleChange.safeParse({
    kind: 'season',
    nameDe: 'Festtage',
    startsOn: '2026-12-19',
    endsOn: '2026-12-18',
    percent: '30',
  })
  expect(error?.issues).toMatchObject([{ path: ['endsOn'], message: 'season_ends' }])
})
