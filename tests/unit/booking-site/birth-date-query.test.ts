import { expect, test } from 'vitest'
import { queryForBirthDate } from '@/components/booking-site/details-form/birth-date-query'

const pickup = { below: 25, pickupOn: '2026-12-01' }

test.each([
  ['from=2026-12-01', '2005-05-05', 'from=2026-12-01&age=21'],
  ['from=2026-12-01&age=22', '2005-05-05', 'from=2026-12-01&age=21'],
  ['from=2026-12-01&age=21', '1990-05-05', 'from=2026-12-01'],
  ['from=2026-12-01&age=21', '2005-05-05', null],
  ['from=2026-12-01', '2001-12-01', null],
  ['from=2026-12-01', '2001-12-02', 'from=2026-12-01&age=24'],
  ['from=2026-12-01', '2020-05-05', null],
])('the price of %s follows a birth on %s: %s', (query, born, follows) =>
  expect(queryForBirthDate(query, born, pickup)).toBe(follows),
)

test('where nobody pays more for being young, the price stays', () => {
  expect(queryForBirthDate('from=2026-12-01', '2005-05-05', { ...pickup, below: 0 })).toBeNull()
})
