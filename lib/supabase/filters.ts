/** Filters in PostgREST's own notation. Values are quoted here and nowhere else. */

function quoted(value: string | number): string {
  return `"${String(value).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}

/** The words of a search, without the signs that mean something to `like`; at most five. */
export function searchWords(text: string): string[] {
  return text
    .replace(/[%_*\\"(),\0]/g, ' ')
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 5)
}

/** For `.or()`: one of the columns contains the word. */
export function anyContains(columns: readonly string[], word: string): string {
  return columns.map((column) => `${column}.ilike.${quoted(`%${word}%`)}`).join(',')
}

/** For `.or()`: rows after the given one in the order of two columns, the second of them unique. */
export function afterRow(
  [column, unique]: readonly [string, string],
  [value, id]: readonly (string | number)[],
  direction: 'asc' | 'desc' = 'asc',
): string {
  const beyond = direction === 'asc' ? 'gt' : 'lt'
  const at = quoted(value ?? '')
  return `${column}.${beyond}.${at},and(${column}.eq.${at},${unique}.${beyond}.${quoted(id ?? '')})`
}
