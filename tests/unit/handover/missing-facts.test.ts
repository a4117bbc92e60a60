import { expect, test } from 'vitest'
import { missingFacts } from '@/components/handover/missing-facts'
import { type Draft, newDraft } from '@/lib/handover/offline/draft'
import { handoverOf } from './support/handover.ts'

const pickup = handoverOf('pickup:1')
const back = handoverOf('return:1')
const whole: Draft = {
  ...newDraft(pickup),
  isLicenceChecked: true,
  odometerKm: pickup.vehicle.odometerKm,
  driver: {
    id: '',
    licenceCodes: '',
    licenceSince: {},
    firstName: 'Anna',
    lastName: 'Muster',
    birthDate: '1990-05-01',
    licenceNumber: '123456789001',
    licenceCategories: ['B'],
    licenceExpiresOn: '2040-01-01',
  },
}

test('a complete pickup misses nothing', () => {
  expect(missingFacts(pickup, whole)).toEqual([])
})

test.each([
  ['lastName', { lastName: '  ' }],
  ['birthDate', { birthDate: '' }],
  ['birthDate', { birthDate: '1990-02-31' }],
  ['licenceNumber', { licenceNumber: '' }],
  ['licenceCategories', { licenceCategories: [] }],
  ['licenceExpiresOn', { licenceExpiresOn: '' }],
] as const)('%s is named when it is missing: %o', (fact, changes) => {
  const licenceCategories = 'licenceCategories' in changes ? [] : whole.driver.licenceCategories
  const driver = { ...whole.driver, ...changes, licenceCategories }
  expect(missingFacts(pickup, { ...whole, driver })).toEqual([{ fact, step: 'driver' }])
})

test('the licence has to be seen, the deposit chosen where there is one, the odometer not below the last reading', () => {
  expect(missingFacts(pickup, { ...whole, isLicenceChecked: false })).toEqual([
    { fact: 'licenceSeen', step: 'driver' },
  ])
  const { contract, vehicle } = pickup
  const open = { ...pickup, contract: { ...contract, securityDepositRappen: 50_000 } }
  expect(missingFacts(open, { ...whole, depositMethod: null })).toEqual([
    { fact: 'depositMethod', step: 'deposit' },
  ])
  for (const depositWaivedReason of [undefined, '  ', 'ok'])
    expect(missingFacts(open, { ...whole, depositMethod: 'none', depositWaivedReason })).toEqual([
      { fact: 'depositWaivedReason', step: 'deposit' },
    ])
  const waived = { ...whole, depositMethod: 'none', depositWaivedReason: 'Stammkunde' } as const
  expect(missingFacts(open, waived)).toEqual([])
  expect(missingFacts(pickup, { ...whole, odometerKm: vehicle.odometerKm - 1 })).toEqual([
    { fact: 'odometer', step: 'readings' },
  ])
})

test('what was booked is ticked, or said to stay here, before anybody signs', () => {
  const seat = { code: 'child_seat', names: {}, quantity: 1, amountRappen: 2_500, isPiece: true }
  const booked = { ...pickup, contract: { ...pickup.contract, extras: [seat] } }
  expect(missingFacts(booked, { ...whole, accessories: [] })).toEqual([
    { fact: 'pieces', step: 'accessories' },
  ])
  expect(missingFacts(booked, { ...whole, accessories: [], notHandedOver: ['child_seat'] })).toEqual([])
  expect(missingFacts(booked, { ...whole, accessories: ['child_seat'] })).toEqual([])
})

test('a return asks for no driver, but for the odometer', () => {
  const driver = { ...whole.driver, lastName: '' }
  expect(missingFacts(back, { ...whole, driver, isLicenceChecked: false, odometerKm: null })).toEqual([
    { fact: 'odometer', step: 'readings' },
  ])
})

test('a vehicle taken over on the way needs no licence and no deposit again', () => {
  const exchanged = {
    ...handoverOf('exchange:1'),
    contract: { ...pickup.contract, securityDepositRappen: 50_000 },
  }
  const draft = { ...newDraft(exchanged), depositMethod: null }
  expect(missingFacts(exchanged, { ...draft, odometerKm: exchanged.vehicle.odometerKm })).toEqual([])
  expect(missingFacts(exchanged, { ...draft, odometerKm: null })).toEqual([
    { fact: 'odometer', step: 'readings' },
  ])
})
