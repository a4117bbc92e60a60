import { queryOf, type SearchParams, withParameters } from '@/components/lists/list-address'
import { CursorPagination } from '@/components/ui/cursor-pagination'
import type { Page } from '@/lib/core/cursor'

type ListPagesProps = { page: Page<unknown>; search: SearchParams; total?: number }

/** Forwards and back through a list, keeping its filters. */
export function ListPages({ page, search, total }: ListPagesProps) {
  const query = queryOf(search)
  const at = (after: string | null, before: string | null) =>
    withParameters(query, { after, before, open: null })
  return (
    <CursorPagination
      shown={page.rows.length}
      {...(total !== undefined && { total })}
      {...(page.previousCursor && { previousHref: at(null, page.previousCursor) })}
      {...(page.nextCursor && { nextHref: at(page.nextCursor, null) })}
    />
  )
}
