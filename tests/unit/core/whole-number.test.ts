import { expect, test } from 'vitest'
import { z } from 'zod'
import { fieldProblems } from '@/lib/core/validation'
import { wholeNumber } from '@/lib/core/whole-number'

const Form = z.object({ km: wholeNumber(0, 10_000) })

test.each([
  ['150', 150],
  [' 0 ', 0],
  ["1'500", 1500],
  ['1’500', 1500],
  ['1 500', 1500],
  [150, 150],
])('%j is read', (km, read) => {
  expect(Form.parse({ km })).toEqual({ km: read })
})

test.each([
  ['', 'required'],
  ['  ', 'required'],
  [undefined, 'required'],
  ['viele', 'number'],
  ['1e3', 'number'],
  ['0x10', 'number'],
  ['12,5', 'whole_number'],
  ['1.500', 'whole_number'],
  ['2.000', 'whole_number'],
  ['2,0', 'whole_number'],
  ['-1', 'too_small_number'],
  ['10001', 'too_big_number'],
  ['99999999999999999999', 'too_big_number'],
])('%j is refused: %s', (km, problem) => {
  const { error } = Form.safeParse({ km }, { reportInput: true })
  expect(error && fieldProblems(error)).toMatchObject([{ field: 'km', key: problem }])
})
