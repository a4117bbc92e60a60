import { expect, test } from 'vitest'
import { BirthDate } from '@/lib/core/birth-date'

const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10)

test.each([
  ['1988-02-29', true],
  [day(0), true],
  [day(1), false],
  ['2030-01-01', false],
  ['1899-12-31', false],
  ['2001-02-29', false],
])('%s as a day of birth: %s', (born, isOne) => expect(BirthDate.safeParse(born).success).toBe(isOne))
