import { expect, test } from 'vitest'
import { nextReminderFrom } from '@/lib/money/rules'

test.each([
  ['the first', [], null],
  ['the second, a week after the first though the invoice is long due', ['2026-11-30'], '2026-12-07'],
  ['the second, two weeks after the due date', ['2026-10-02'], '2026-10-15'],
  ['the third, four weeks after the due date', ['2026-10-08', '2026-10-15'], '2026-10-29'],
  ['none after the third', ['2026-10-08', '2026-10-15', '2026-10-29'], null],
])('%s', (_, remindedOn, from) => {
  expect(nextReminderFrom('2026-10-01', remindedOn)).toBe(from)
})
