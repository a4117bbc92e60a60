import { expect, test } from 'vitest'
import { fieldProblems } from '@/lib/core/validation'
import { PriceRuleChange } from '@/lib/pricing/schema'

const names = { nameDe: 'Sommer', nameFr: '', nameIt: '', nameEn: '' }
const RULES = {
  season: { kind: 'season', ...names, startsOn: '2027-06-01', endsOn: '2027-08-31', percent: '20' },
  promo_code: { kind: 'promo_code', code: 'SOMMER', percent: '10', minimumRappen: '' },
  weekday_surcharge: { kind: 'weekday_surcharge', weekdays: ['6'], percent: '10' },
  fee: { kind: 'fee', fee: 'one_way', amountRappen: '5000' },
}
const place = '3f1cdd1e-94ff-4b6c-9b4b-3f0a4a7d7e10'

test.each(Object.entries(RULES))('a %s is read from its form', (_, rule) => {
  expect(PriceRuleChange.safeParse(rule).error).toBeUndefined()
})

test.each([
  ['season', { endsOn: '2027-05-31' }, 'endsOn', 'season_ends'],
  ['season', { endsOn: '2037-05-31' }, 'endsOn', 'season_too_long'],
  ['season', { weeklyRappen: '30000' }, 'percent', 'percent_or_price'],
  ['season', { percent: '', weeklyRappen: '30000' }, 'percent', 'percent_or_price'],
  ['season', { percent: '12,5' }, 'percent', 'whole_number'],
  ['promo_code', { bookableFrom: '2027-02-01', bookableUntil: '2027-01-31' }, 'bookableUntil', 'season_ends'],
  ['promo_code', { serviceFrom: '2027-02-01', serviceUntil: '2027-01-31' }, 'serviceUntil', 'season_ends'],
  ['promo_code', { useLimit: '0' }, 'useLimit', 'too_small_number'],
  ['weekday_surcharge', { percent: '' }, 'percent', 'required'],
  ['fee', { locationId: place, toLocationId: place }, 'toLocationId', 'same_place'],
] as const)('a %s with %j is told so at its field', (kind, wrong, field, problem) => {
  const { error } = PriceRuleChange.safeParse({ ...RULES[kind], ...wrong }, { reportInput: true })
  expect(error && fieldProblems(error)).toMatchObject([{ field, key: problem }])
})
