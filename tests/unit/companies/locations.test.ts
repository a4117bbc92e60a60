import { expect, test } from 'vitest'
import { LocationChange, WEEKDAYS } from '@/lib/companies/locations'
import { fieldProblems } from '@/lib/core/validation'

const empty = Object.fromEntries(
  WEEKDAYS.flatMap((day) => [
    [`${day}Opens`, ''],
    [`${day}Closes`, ''],
  ]),
)
const form = {
  id: '0b7a2d1e-3c4f-4a5b-8c6d-7e8f9a0b1c2d',
  name: 'Zürich HB',
  street: '',
  houseNumber: '',
  postalCode: '',
  town: '',
  phone: '',
  point: '',
  keyBoxCode: '',
  keyBoxInstructions: '',
  isActive: 'on',
  ...empty,
}
const problemsOf = (change: object) =>
  fieldProblems(LocationChange.safeParse({ ...form, ...change }).error ?? ({ issues: [] } as never)).map(
    ({ field, key }) => `${field}: ${key}`,
  )

test('a day without hours is closed, the others keep theirs', () => {
  expect(LocationChange.parse({ ...form, monOpens: '08:00', monCloses: '18:00' })).toMatchObject({
    openingHours: { mon: ['08:00', '18:00'] },
    isActive: true,
    hasKeyBox: false,
  })
})

test('half a day, a day backwards and a key box without a code are asked about at their field', () => {
  expect(problemsOf({ tueOpens: '08:00' })).toEqual(['tueCloses: closes_after_opens'])
  expect(problemsOf({ tueOpens: '18:00', tueCloses: '08:00' })).toEqual(['tueCloses: closes_after_opens'])
  expect(problemsOf({ hasKeyBox: 'on' })).toEqual(['keyBoxCode: required'])
  expect(problemsOf({ tueOpens: '25:00', tueCloses: '26:00' })).toContain('tueOpens: time')
})

test('a telephone is kept as one dials it from anywhere, or not at all', () => {
  expect(LocationChange.parse({ ...form, phone: '043 555 01 20' }).phone).toBe('+41435550120')
  expect(LocationChange.parse(form).phone).toBeNull()
  expect(problemsOf({ phone: 'abc' })).toEqual(['phone: phone'])
})

test('a postcode is one of Switzerland or Liechtenstein, or none', () => {
  const wrong = ['999', '10000', '0800', '9700', '80a2', 'CH-8002', '８００２']
  expect(wrong.flatMap((postalCode) => problemsOf({ postalCode }))).toEqual(
    wrong.map(() => 'postalCode: postal_code'),
  )
  expect(['', '1000', '8002', ' 9490 ', '9699'].flatMap((postalCode) => problemsOf({ postalCode }))).toEqual(
    [],
  )
})

test('a point is one on earth, or none', () => {
  expect(LocationChange.parse({ ...form, point: ' 47.37794, 8.5402 ' }).point).toEqual({
    latitude: 47.37794,
    longitude: 8.5402,
  })
  expect(LocationChange.parse(form).point).toBeNull()
  expect(problemsOf({ point: 'am Bahnhof' })).toEqual(['point: point'])
})
