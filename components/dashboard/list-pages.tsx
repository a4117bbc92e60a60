import { CursorPagination } from '@/components/ui/cursor-pagination'
import type { Page } from '@/lib/core/cursor'

/** An address's query as a page gets it. */
export type SearchParams = Record<string, string | string[] | undefined>

type ListPagesProps = { page: Page<unknown>; search: SearchParams; total?: number }

/** Forwards and back through a list, keeping its filters. */
export function ListPages({ page, search, total }: ListPagesProps) {
  return (
    <CursorPagination
      shown={page.rows.length}
      {...(total !== undefined && { total })}
      {...(page.previousCursor && { previousHref: withCursor(search, 'before', page.previousCursor) })}
      {...(page.nextCursor && { nextHref: withCursor(search, 'after', page.nextCursor) })}
    />
  )
}

/** The address's query at another place of the list. */
export function withCursor(search: SearchParams, key: 'after' | 'before', cursor: string): string {
  const next = queryOf(search)
  next.delete('after')
  next.delete('before')
  next.set(key, cursor)
  return `?${next}`
}

/** The query as the browser writes it; a name may occur more than once. */
export function queryOf(search: SearchParams): URLSearchParams {
  return new URLSearchParams(
    Object.entries(search).flatMap(([name, value]) =>
      [value].flat().flatMap((text) => (text === undefined ? [] : [[name, text] as [string, string]])),
    ),
  )
}
