import { describe, expect, test } from 'vitest'
import { formatIban, readAhv, readIban, readUid } from '@/lib/core/identifiers'

describe('an IBAN', () => {
  test.each(['CH93 0076 2011 6238 5295 7', 'ch9300762011623852957', 'CH93-0076-2011-6238-5295-7'])(
    'is read however it is pasted: %s',
    (text) => expect(readIban(text)).toBe('CH9300762011623852957'),
  )

  test('is read from other countries too', () => {
    expect(readIban('DE89 3704 0044 0532 0130 00')).toBe('DE89370400440532013000')
  })

  test.each(['CH93 0076 2011 6238 5295 8', 'CH93 0076 2011 6238 5295', 'CHF', '12345', ''])(
    'is refused where digits are wrong or missing: %s',
    (text) => expect(readIban(text)).toBeNull(),
  )

  test('is written in groups of four', () => {
    expect(formatIban('CH9300762011623852957')).toBe('CH93 0076 2011 6238 5295 7')
  })
})

describe('a UID', () => {
  test.each(['CHE-123.456.788', 'che123456788', 'CHE 123 456 788 MWST', 'CHE-123.456.788 TVA'])(
    'is read however it is pasted: %s',
    (text) => expect(readUid(text)).toBe('CHE-123.456.788'),
  )

  test.each(['CHE-123.456.789', 'CHE-123.456.78', 'CH-123.456.788', '123.456.788'])(
    'is refused where its check digit or form is wrong: %s',
    (text) => expect(readUid(text)).toBeNull(),
  )
})

test.each([
  ['756.9217.0769.85', '756.9217.0769.85'],
  ['7569217076985', '756.9217.0769.85'],
  [' 756 9217 0769 85 ', '756.9217.0769.85'],
  ['756.9217.0769.84', null],
  ['757.9217.0769.85', null],
  ['', null],
])('AHV %s reads as %s', (text, expected) => {
  expect(readAhv(text)).toBe(expected)
})

test.each(['CHE-100.155.212', 'CHE-107.787.577 IVA', 'CHE-113.690.319'])('%s is a UID', (text) => {
  expect(readUid(text)).toBe(text.slice(0, 15))
})
