import { expect, test } from 'vitest'
import type { Answers, Checkin } from '@/lib/checkin/schema'
import { FORM_TEMPLATE } from '@/lib/checkin/template'
import { newDraft } from '@/lib/handover/offline/draft'
import { awaitedDriver, NOBODY, othersKnown, withToldDrivers } from '@/lib/handover/told-drivers'
import { handoverOf } from './support/handover'

/** A check-in by the form companies begin with. */
const checkinOf = (answers: Answers, submittedAt: string | null = '2026-11-29T10:00:00Z'): Checkin => ({
  formId: 'form',
  version: 1,
  titles: {},
  fields: FORM_TEMPLATE,
  answers,
  submittedAt,
  standing: 'open',
  isChanged: false,
  files: [],
})
const handover = handoverOf('pickup:one')
const second = {
  second_driver: 'yes',
  second_driver_first_name: ' Zoé ',
  second_driver_last_name: 'Beispiel',
  second_driver_birth_date: '1988-02-29',
  second_driver_licence_categories: ['be', 'b'],
}
const zoe = {
  ...NOBODY,
  firstName: 'Zoé',
  lastName: 'Beispiel',
  birthDate: '1988-02-29',
  licenceCategories: ['B', 'BE'],
}

test('the answers that fill in the drivers are to questions of the form companies begin with', () => {
  const asked = FORM_TEMPLATE.map(({ key }) => key)
  expect(asked).toEqual(expect.arrayContaining([...Object.keys(second), 'licence_categories']))
  const options = FORM_TEMPLATE.find(({ key }) => key === 'licence_categories')?.options ?? []
  const every = checkinOf({ licence_categories: options.map(({ key }) => key) })
  const { driver } = withToldDrivers({ driver: NOBODY, drivers: [] }, every)
  expect(driver.licenceCategories).toHaveLength(options.length)
})

test('the categories told at the check-in are filled in where no record knows any', () => {
  const checkin = checkinOf({ licence_categories: ['c1', 'b', 'pilot'] })
  const unknown = { ...handover, driver: { ...handover.driver, licenceCategories: [] } }
  const told = { ...unknown, ...withToldDrivers(unknown, checkin) }
  expect(newDraft(told).driver).toEqual({ ...handover.driver, licenceCategories: ['B', 'C1'] })
  expect(withToldDrivers(handover, checkin).driver).toEqual(handover.driver)
})

test('the second person told at the check-in waits to be confirmed, with the record of whom the customer lets drive', () => {
  expect(withToldDrivers(handover, checkinOf(second)).announced).toEqual(zoe)
  const recorded = { ...zoe, id: 'record', firstName: 'ZOÉ', licenceNumber: '7', licenceCategories: [] }
  const known = { ...handover, drivers: [handover.driver, recorded] }
  expect(withToldDrivers(known, checkinOf(second)).announced).toEqual({
    ...recorded,
    licenceCategories: ['B', 'BE'],
  })
})

test('nobody is announced where the customer said no, after all, or has not done their check-in', () => {
  const announced = (checkin: Checkin | null) => withToldDrivers(handover, checkin).announced
  expect(announced(checkinOf({ ...second, second_driver: 'no' }))).toBeNull()
  expect(announced(checkinOf(second, null))).toBeNull()
  expect(announced(null)).toBeNull()
})

test('who was announced is awaited until they are named, as the one who signs or beside them', () => {
  const named = { id: 'record', namedAs: 'phone', name: 'zoé  Beispiel', addedRappen: 0 }
  const told = { announced: zoe, furtherDrivers: [] }
  expect(awaitedDriver(told, handover.driver)).toEqual(zoe)
  expect(awaitedDriver({ ...told, furtherDrivers: [named] }, handover.driver)).toBeNull()
  expect(awaitedDriver(told, { ...handover.driver, firstName: 'Zoé', lastName: 'Beispiel' })).toBeNull()
  // What a phone kept from before.
  expect(awaitedDriver({ furtherDrivers: [] }, handover.driver)).toBeNull()
})

test('who else may drive by the records is everybody with one who is not named yet', () => {
  const [signer, beat] = [
    { ...handover.driver, id: 'signer' },
    { ...zoe, id: 'beat' },
  ]
  const told = { drivers: [signer, beat, NOBODY], furtherDrivers: [] }
  expect(othersKnown(told, signer)).toEqual([beat])
  const named = { id: 'beat', namedAs: 'phone', name: '', addedRappen: 0 }
  expect(othersKnown({ ...told, furtherDrivers: [named] }, signer)).toEqual([])
})
