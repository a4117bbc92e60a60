import { expect, test } from 'vitest'
import { beginningOf } from '@/lib/core/line'

test('a beginning ends with a word, says that something is left out, and a short text stays whole', () => {
  expect(beginningOf('Ihr Fahrzeug ist bereit', 40)).toBe('Ihr Fahrzeug ist bereit')
  expect(beginningOf('Ihr Fahrzeug ist bereit', 15)).toBe('Ihr Fahrzeug…')
  expect(beginningOf('Ihr Fahrzeug ist bereit', 12)).toBe('Ihr Fahrzeug…')
  expect(beginningOf('Bereit, abgeholt', 10)).toBe('Bereit…')
})

test('a word that is longer than the beginning is cut between its signs', () => {
  expect(beginningOf('🚗🚗🚗🚗', 2)).toBe('🚗🚗…')
  expect(beginningOf('Donaudampfschifffahrt', 5)).toBe('Donau…')
})
