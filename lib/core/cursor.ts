import { z } from 'zod'

/** Where a page of a list begins or ends: the sort values of a row, last of them a unique one. */
export type Cursor = readonly (string | number)[]

/** A step through a list: the rows beyond `from`, forwards or backwards in the list's order. */
export type Turn = { from: Cursor; backwards: boolean }

/** A page of a list, and the cursors with which its neighbours are asked for. */
export type Page<T> = { rows: T[]; nextCursor: string | null; previousCursor: string | null }

/** Room for the longest text a list is sorted by, in letters of four bytes, and an id. */
const EncodedCursor = z.string().max(2_000).optional().catch(undefined)

/** The part of a list's filters that says which page. */
export const PageFilters = z.object({ after: EncodedCursor, before: EncodedCursor })

/** A cursor as it stands in an address. */
export function encodeCursor(values: Cursor): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url')
}

/** Reads a cursor of `length` values; null for anything else, so that a mangled address shows the first page. */
export function decodeCursor(text: string | undefined, length: number): Cursor | null {
  if (!text) return null
  try {
    const values: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    const whole = Array.isArray(values) && values.length === length
    return whole && values.every((value) => ['string', 'number'].includes(typeof value)) ? values : null
  } catch {
    return null
  }
}

/** The step an address asks for; null is the first page. */
export function turnOf({ after, before }: z.infer<typeof PageFilters>, length: number): Turn | null {
  const next = decodeCursor(after, length)
  if (next) return { from: next, backwards: false }
  const previous = decodeCursor(before, length)
  return previous && { from: previous, backwards: true }
}

/**
 * Cuts the page out of `limit + 1` rows, which are in reverse when the turn goes backwards: one row more than is shown
 * tells whether there is a further page.
 */
export function pageOf<T>(
  rows: T[],
  limit: number,
  cursorOf: (row: T) => Cursor,
  turn: Turn | null,
): Page<T> {
  const hasMore = rows.length > limit
  const shown = rows.slice(0, limit)
  if (turn?.backwards) shown.reverse()
  const [first, last] = [shown.at(0), shown.at(-1)]
  const hasNext = turn?.backwards ? true : hasMore
  const hasPrevious = turn?.backwards ? hasMore : turn !== null
  return {
    rows: shown,
    nextCursor: hasNext && last ? encodeCursor(cursorOf(last)) : null,
    previousCursor: hasPrevious && first ? encodeCursor(cursorOf(first)) : null,
  }
}
