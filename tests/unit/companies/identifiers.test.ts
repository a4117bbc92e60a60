import { describe, expect, test } from 'vitest'
import { formatIban, readIban, readUid } from '@/lib/companies/identifiers'

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
