import { expect, test } from 'vitest'
import { type EditedLine, problemsOf } from '@/components/money/editor/lines'

const blank: EditedLine = { key: 'blank', text: '', quantity: '1', unitRappen: null, vatBp: 810 }
const right: EditedLine = { ...blank, key: 'right', text: 'Miete', unitRappen: 8_000 }

test.each<[string, EditedLine[], [string, string][]]>([
  ['a line that is right', [right], []],
  ['a blank line beside one that is right', [right, blank], []],
  ['nothing but blank lines', [blank, { ...blank, key: 'second' }], [['blank', 'text']]],
  ['an amount for nothing', [{ ...right, text: ' ' }], [['right', 'text']]],
  ['no quantity', [{ ...right, quantity: '0' }], [['right', 'quantity']]],
  ['no amount', [{ ...right, unitRappen: null }], [['right', 'price']]],
])('%s', (_, lines, problems) => {
  expect([...problemsOf(lines)]).toEqual(problems)
})
