import { expect, test } from 'vitest'
import { tidyPlate } from '@/components/ui/plate'

test.each([
  ['zh431254', 'ZH 431 254'],
  ['ZH 431254', 'ZH 431 254'],
  ['zh·431 254', 'ZH 431 254'],
  ['BE 7', 'BE 7'],
  ['ai 1234', 'AI 1 234'],
  ['fl 12 345', 'FL 12 345'],
])('a Swiss plate written as %s reads %s', (typed, shown) => {
  expect(tidyPlate(typed)).toBe(shown)
})

test.each(['M AB 1234', 'XX 123', 'ZH 1234567', ''])('what is no Swiss plate stays as it is: %s', (typed) => {
  expect(tidyPlate(typed)).toBe(typed)
})
