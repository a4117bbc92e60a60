/** Where a page of a list ends: the sort values of its last row, last of them a unique one. */
export type Cursor = readonly (string | number)[]

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

/** A page of a list and the cursor of the next one. */
export type Page<T> = { rows: T[]; nextCursor: string | null }

/** Cuts the page out of `limit + 1` rows: one more than shown tells whether there is a next page. */
export function pageOf<T>(rows: T[], limit: number, cursorOf: (row: T) => Cursor): Page<T> {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { rows: shown, nextCursor: rows.length > limit && last ? encodeCursor(cursorOf(last)) : null }
}
