import { expect, test } from 'vitest'
import { formatIban } from '@/lib/core/identifiers'
import {
  formatReference,
  isCreditorReference,
  isQrIban,
  isQrReference,
  isSlipIban,
} from '@/lib/money/documents/qr-bill/references'

test('a QR-IBAN and an ordinary IBAN are told apart', () => {
  expect(isSlipIban('CH4431999123000889012')).toBe(true)
  expect(isQrIban('CH4431999123000889012')).toBe(true)
  expect(isSlipIban('CH5800791123000889012')).toBe(true)
  expect(isQrIban('CH5800791123000889012')).toBe(false)
})

test('an IBAN with wrong check digits, or of another country, is refused', () => {
  expect(isSlipIban('CH4431999123000889013')).toBe(false)
  expect(isSlipIban('DE89370400440532013000')).toBe(false)
  expect(isSlipIban('')).toBe(false)
})

test('a QR reference stands or falls with its check digit', () => {
  expect(isQrReference('210000000003139471430009017')).toBe(true)
  expect(isQrReference('210000000003139471430009016')).toBe(false)
})

test('a QR reference of zeros passes the checksum and is refused all the same', () => {
  expect(isQrReference('0'.repeat(27))).toBe(false)
})

test('a creditor reference is checked by modulo 97', () => {
  expect(isCreditorReference('RF48500005678901' + '2345')).toBe(true)
  expect(isCreditorReference('RF18539007547034')).toBe(true)
  expect(isCreditorReference('RF17539007547034')).toBe(false)
})

test('numbers are printed in the groups people know', () => {
  expect(formatIban('CH4431999123000889012')).toBe('CH44 3199 9123 0008 8901 2')
  expect(formatReference('210000000003139471430009017')).toBe('21 00000 00003 13947 14300 09017')
  expect(formatReference('RF18539007547034')).toBe('RF18 5390 0754 7034')
})
