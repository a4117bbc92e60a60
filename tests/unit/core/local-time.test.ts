import { expect, test } from 'vitest'
import { LocalTime } from '@/lib/core/local-time'

test.each(['2026-11-21T14:30', '2028-02-29T00:00'])('%s is a time on the clock', (time) => {
  expect(LocalTime.parse(time)).toBe(time)
})

test.each([
  '2026-02-31T10:00',
  '2027-02-29T10:00',
  '2026-13-01T10:00',
  '0000-01-01T00:00',
  '2026-11-21T24:10',
  '2026-11-21T14:30Z',
  '2026-11-21',
  '',
])('%s is none', (time) => {
  expect(LocalTime.safeParse(time).error?.issues[0]?.message).toBe('format_date')
})
