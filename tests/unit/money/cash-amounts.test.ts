import { expect, test } from 'vitest'
import { fieldProblems } from '@/lib/core/validation'
import { CashCount, NewCashEntry } from '@/lib/money/cash/schema'

const till = { locationId: '6e8a7d0c-5b4f-4b0e-9f4e-0d6f7c1a2b3c' }
const count = (countedRappen: string) => CashCount.safeParse({ ...till, day: '2026-11-30', countedRappen })
const move = (amountRappen: string) =>
  NewCashEntry.safeParse({
    ...till,
    move: 'expense',
    amountRappen,
    reason: 'Parkplatz',
    idempotencyKey: till.locationId,
  })

test.each([
  ['counted', 'countedRappen', count],
  ['moved', 'amountRappen', move],
] as const)('what is %s and no coins make is refused at its field', (_, field, send) => {
  const { error } = send('1234')
  expect(error && fieldProblems(error)).toEqual([{ field, key: 'five_rappen', values: {} }])
  expect(send('1235').success).toBe(true)
})
