/** An address's query as a page gets it. */
export type SearchParams = Record<string, string | string[] | undefined>

const PLACE = ['after', 'before', 'open']

/** The query as the browser writes it; a name may occur more than once. */
export function queryOf(search: SearchParams): URLSearchParams {
  return new URLSearchParams(
    Object.entries(search).flatMap(([name, value]) =>
      [value].flat().flatMap((text) => (text === undefined ? [] : [[name, text] as [string, string]])),
    ),
  )
}

/** What the list shows, without where in it one is: what a saved view keeps and an export asks for. */
export function viewOf(query: URLSearchParams): URLSearchParams {
  const view = new URLSearchParams(query)
  for (const name of PLACE) view.delete(name)
  view.sort()
  return view
}

/** Whether something narrows the list; an order or other columns do not. */
export function isNarrowed(query: URLSearchParams): boolean {
  const view = viewOf(query)
  for (const name of ['sort', 'columns']) view.delete(name)
  return view.size > 0
}

/** The query at another page of the list; `null` leaves a name out. */
export function withParameters(query: URLSearchParams, changes: Record<string, string | null>): string {
  const next = new URLSearchParams(query)
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) next.delete(name)
    else next.set(name, value)
  }
  return `?${next}`
}
