import { expect, test } from 'vitest'
import { parseCompared } from '@/lib/booking-site/comparison'

const id = (nth: number) => `3f2b1c7e-0000-4000-8000-00000000000${nth}`

test('the first three vehicles of an address are compared, each once', () => {
  expect(parseCompared({ vehicle: [id(1), id(1), id(2), id(3), id(4)] })).toEqual([id(1), id(2), id(3)])
  expect(parseCompared({ vehicle: id(1) })).toEqual([id(1)])
})

test('what is no vehicle is left out', () => {
  expect(parseCompared({ vehicle: ["' or 1=1", '../x', id(2)] })).toEqual([id(2)])
  expect(parseCompared({})).toEqual([])
})
