/**
 * Conditions in PostgREST's own notation, for one `.or(allOf([…]))` a query: a second `or` would be joined by PostgREST,
 * but not by everything that speaks its language.
 */

function quoted(value: string | number): string {
  return `"${String(value).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}

/** The words of a search, without the signs that mean something in a condition or to `like`; at most five. */
export function searchWords(text: string): string[] {
  return text
    .replace(/[%_*\\"(),\0]/g, ' ')
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 5)
}

/**
 * One of the columns contains the word, with its accents or without them; it comes from `searchWords`, so nothing in it
 * needs quoting.
 */
export function anyContains(columns: readonly string[], word: string): string {
  const spellings = new Set([word, word.normalize('NFD').replace(/\p{Diacritic}/gu, '')])
  const conditions = columns.flatMap((column) =>
    [...spellings].map((spelling) => `${column}.ilike.%${spelling}%`),
  )
  return `or(${conditions.join(',')})`
}

/** The column is one of these ids; null when there are none. */
export function isOneOf(column: string, ids: string[]): string | null {
  return ids.length > 0 ? `${column}.in.(${ids.join(',')})` : null
}

/** Texts as a literal of a PostgreSQL array, for `overlaps`: whatever signs are in them, each is one element. */
export function arrayLiteral(texts: readonly string[]): string {
  return `{${texts.map(quoted).join(',')}}`
}

/** One of the conditions holds. */
export function anyOf(conditions: (string | null)[]): string {
  return `or(${conditions.filter((condition) => condition !== null).join(',')})`
}

/** All of the conditions hold. */
export function allOf(conditions: string[]): string {
  return `and(${conditions.join(',')})`
}

/** Rows beyond the given one in the order of two columns, the second of them unique. */
export function afterRow(
  [column, unique]: readonly [string, string],
  [value, id]: readonly (string | number)[],
  direction: 'asc' | 'desc' = 'asc',
): string {
  const beyond = direction === 'asc' ? 'gt' : 'lt'
  const at = quoted(value ?? '')
  const alternatives = anyOf([
    `${column}.${beyond}.${at}`,
    `and(${column}.eq.${at},${unique}.${beyond}.${quoted(id ?? '')})`,
  ])
  // Said once more as a plain bound: an index can begin there, in the middle of an alternative it cannot.
  return allOf([`${column}.${beyond}e.${at}`, alternatives])
}
