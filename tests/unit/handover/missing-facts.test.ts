import { expect, test } from 'vitest'
import { missingFacts } from '@/components/handover/missing-facts'

const driver = {
  id: '',
  licenceCodes: '',
  licenceSince: {},
  firstName: 'Anna',
  lastName: 'Muster',
  birthDate: '1990-05-01',
  licenceNumber: '123456789001',
  licenceCategories: ['B'],
  licenceExpiresOn: '2040-01-01',
}

test('a complete pickup misses nothing', () => {
  expect(missingFacts({ kind: 'pickup' }, { driver, odometerKm: 10 })).toEqual([])
})

test.each([
  ['lastName', { lastName: '  ' }],
  ['birthDate', { birthDate: '' }],
  ['birthDate', { birthDate: '1990-02-31' }],
  ['licenceNumber', { licenceNumber: '' }],
  ['licenceCategories', { licenceCategories: [] }],
  ['licenceExpiresOn', { licenceExpiresOn: '' }],
] as const)('%s is named when it is missing: %o', (fact, changes) => {
  const changed = {
    ...driver,
    ...changes,
    licenceCategories: [...((changes as typeof driver).licenceCategories ?? driver.licenceCategories)],
  }
  expect(missingFacts({ kind: 'pickup' }, { driver: changed, odometerKm: 10 })).toEqual([fact])
})

test('a return asks for no driver, but for the odometer', () => {
  expect(missingFacts({ kind: 'return' }, { driver: { ...driver, lastName: '' }, odometerKm: null })).toEqual(
    ['odometer'],
  )
})
