import { expect, test } from 'vitest'
import { turnedTo } from '@/components/ui/use-leave-guard'

const list = 'https://crms.test/dashboard/settings/checkin?q=1'
const form = '/dashboard/settings/checkin/new'
const back = {
  navigationType: 'traverse',
  cancelable: true,
  destination: { url: list, sameDocument: true },
} as const

test('Back and Forward to another page of the app are held for the question', () => {
  expect(turnedTo(back, form)).toBe(list)
})

test.each([
  ['another kind of navigation', { ...back, navigationType: 'push' as const }],
  ['one the browser asks about itself', { ...back, destination: { url: list, sameDocument: false } }],
  ['one the browser lets nobody hold', { ...back, cancelable: false }],
  [
    'one within the page',
    { ...back, destination: { url: `https://crms.test${form}#questions`, sameDocument: true } },
  ],
])('%s is left alone', (_, event) => {
  expect(turnedTo(event, form)).toBeNull()
})
