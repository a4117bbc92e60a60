import { describe, expect, test } from 'vitest'
import { decodeCursor, encodeCursor, PageFilters, pageOf, turnOf } from '@/lib/core/cursor'

const letters = [...'abcdefg']

/** Answers as the database would: rows beyond the cursor in the turn's direction, one more than a page shows. */
function read(address: { after?: string; before?: string }, limit = 3) {
  const turn = turnOf(address, 1)
  const ordered = turn?.backwards ? letters.toReversed() : letters
  const beyond = ordered.filter((letter) => {
    if (!turn) return true
    return turn.backwards ? letter < String(turn.from[0]) : letter > String(turn.from[0])
  })
  return pageOf(beyond.slice(0, limit + 1), limit, (letter) => [letter], turn)
}

describe('a list read page by page', () => {
  test('goes forwards to the end and back to the beginning', () => {
    const first = read({})
    expect(first.rows.join('')).toBe('abc')
    expect(first.previousCursor).toBeNull()
    const second = read({ after: first.nextCursor ?? '' })
    expect(second.rows.join('')).toBe('def')
    const last = read({ after: second.nextCursor ?? '' })
    expect(last.rows.join('')).toBe('g')
    expect(last.nextCursor).toBeNull()
    const back = read({ before: last.previousCursor ?? '' })
    expect(back.rows.join('')).toBe('def')
    const start = read({ before: back.previousCursor ?? '' })
    expect(start.rows.join('')).toBe('abc')
    expect(start.previousCursor).toBeNull()
  })

  test('goes on after the longest name, also in letters of four bytes', () => {
    const after = encodeCursor(['𠮷'.repeat(80), crypto.randomUUID()])
    expect(PageFilters.parse({ after })).toEqual({ after })
  })

  test.each(['', 'x', encodeCursor(['a', 'b']), Buffer.from('{"a":1}').toString('base64url')])(
    'starts over at the mangled cursor %j',
    (text) => expect(decodeCursor(text, 1)).toBeNull(),
  )
})
