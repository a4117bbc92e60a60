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
const namesOf = (fields: Record<string, unknown>, known?: unknown) => rowOf(season(fields), known).row.names

test('a new season has the names its form gives', () => {
  expect(namesOf({})).toEqual({ de: 'Festtage', en: 'Holidays' })
  expect(namesOf({ nameEn: '' })).toEqual({ de: 'Festtage' })
})

test('a changed season keeps the languages its form does not show', () => {
  const known = { de: 'Feiertage', en: 'Feast', fr: 'Fêtes', it: 'Feste' }
  expect(namesOf({}, known)).toEqual({ de: 'Festtage', en: 'Holidays', fr: 'Fêtes', it: 'Feste' })
  expect(namesOf({ nameEn: '' }, known)).toEqual({ de: 'Festtage', fr: 'Fêtes', it: 'Feste' })
})
