import { expect, test } from 'vitest'
import { fieldProblems } from '@/lib/core/validation'
import { CategoryChange, RateChange } from '@/lib/fleet/schema'

const rate = {
  id: '3f1cdd1e-94ff-4b6c-9b4b-3f0a4a7d7e10',
  hourlyRappen: '',
  dailyRappen: '6900',
  weeklyRappen: '39000',
  monthlyRappen: '',
  includedKmPerDay: '150',
  extraKmRappen: '35',
}

test('a price list is read from its form; an empty field is no price', () => {
  expect(RateChange.parse(rate)).toMatchObject({ dailyRappen: 6900, hourlyRappen: null, forAll: false })
  expect(RateChange.parse({ ...rate, forAll: 'on' }).forAll).toBe(true)
})

test.each([
  ['-500', 'amount_least'],
  ['388.755', 'amount'],
  ['0', 'amount_least'],
  ['99999999999', 'amount_most'],
  ['', 'required'],
])('a day for %j is refused: %s', (dailyRappen, problem) => {
  const { error } = RateChange.safeParse({ ...rate, dailyRappen }, { reportInput: true })
  expect(error && fieldProblems(error)).toMatchObject([{ field: 'dailyRappen', key: problem }])
})

test('a category’s longest rental is not shorter than its shortest', () => {
  const category = {
    id: rate.id,
    nameDe: 'Kompakt',
    bodyType: 'compact',
    minimumAge: '18',
    securityDepositRappen: '50000',
    excessRappen: '',
    bufferMinutes: '60',
    licenceCategory: 'B',
    minimumLicenceYears: '0',
    minimumDays: '3',
  }
  expect(CategoryChange.parse({ ...category, maximumDays: '3' })).toMatchObject({ maximumDays: 3 })
  const { error } = CategoryChange.safeParse({ ...category, maximumDays: '2' })
  expect(error && fieldProblems(error)).toMatchObject([{ field: 'maximumDays', key: 'below_minimum_days' }])
})
