import { expect, test } from 'vitest'
import { cancellationRules } from '@/lib/core/cancellation'

const pickup = new Date('2026-12-10T09:00:00Z')
const policy = [
  { hours: 24, percent: 100 },
  { hours: 72, percent: 50 },
]
const at = (text: string) => new Date(text)

test('cancelling is free until the first step', () => {
  expect(cancellationRules(policy, pickup, at('2026-12-01T09:00:00Z'))).toEqual([
    { from: null, percent: 0 },
    { from: at('2026-12-07T09:00:00Z'), percent: 50 },
    { from: at('2026-12-09T09:00:00Z'), percent: 100 },
  ])
})

test('a step that was reached, to the minute, holds now', () => {
  expect(cancellationRules(policy, pickup, at('2026-12-07T09:00:00Z'))).toEqual([
    { from: null, percent: 50 },
    { from: at('2026-12-09T09:00:00Z'), percent: 100 },
  ])
  expect(cancellationRules(policy, pickup, at('2026-12-09T12:00:00Z'))).toEqual([
    { from: null, percent: 100 },
  ])
})

test('without steps it is free, and steps that change nothing are not told', () => {
  expect(cancellationRules([], pickup, at('2026-12-01T09:00:00Z'))).toEqual([{ from: null, percent: 0 }])
  const same = [
    { hours: 96, percent: 0 },
    { hours: 48, percent: 30 },
    { hours: 24, percent: 30 },
  ]
  expect(cancellationRules(same, pickup, at('2026-12-01T09:00:00Z'))).toEqual([
    { from: null, percent: 0 },
    { from: at('2026-12-08T09:00:00Z'), percent: 30 },
  ])
})
