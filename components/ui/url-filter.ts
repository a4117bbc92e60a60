/** A list's filters as its address has them: `?status=open&status=overdue&q=keller`. */
type Search = {
  get: (key: string) => string | null
  getAll: (key: string) => string[]
  toString: () => string
}

/** The address's query with one filter set to `values`; the page of the list starts over. */
export function withFilter(search: Search, key: string, values: string[]): string {
  const next = new URLSearchParams(search.toString())
  next.delete(key)
  for (const place of ['after', 'before', 'open']) next.delete(place)
  for (const value of values) if (value) next.append(key, value)
  return next.size > 0 ? `?${next}` : '?'
}

/** The address's query without these filters. */
export function withoutFilters(search: Search, keys: string[]): string {
  return keys.reduce((query, key) => withFilter(new URLSearchParams(query), key, []), `?${search}`)
}
