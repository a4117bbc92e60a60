import { type ReactNode, Suspense } from 'react'
import { NothingFound } from '@/components/dashboard/nothing-found'
import { BulkBar } from '@/components/lists/bulk-bar'
import { BulkExport } from '@/components/lists/bulk-export'
import { ColumnMenu } from '@/components/lists/column-menu'
import { ExportLink } from '@/components/lists/export-link'
import { queryOf, type SearchParams } from '@/components/lists/list-address'
import { ListPages } from '@/components/lists/list-pages'
import type { ListRow } from '@/components/lists/list-row'
import { PanelSkeleton } from '@/components/lists/panel-skeleton'
import { RecordTable } from '@/components/lists/record-table'
import { SavedViews } from '@/components/lists/saved-views'
import { SelectionProvider } from '@/components/lists/selection'
import type { Filter } from '@/components/ui/filter-chip'
import { Toolbar } from '@/components/ui/toolbar'
import type { Page } from '@/lib/core/cursor'
import { columnsOf, type ListQuery, type ListShape, orderOf } from '@/lib/core/list'
import type { SavedView } from '@/lib/lists/queries'

type ListScreenProps<Filters extends ListQuery, Column extends string> = {
  list: ListShape<Column> & { usualOrder: (filters: Filters) => string }
  caption: string
  /** The page's own address, where all of the list is. */
  path: string
  search: SearchParams
  query: Filters
  page: Page<unknown>
  rows: (columns: Column[]) => ListRow[]
  columnLabel: (key: Column) => string
  /** Columns of figures, set to the right. */
  numeric?: Column[]
  filters: Filter[]
  searchLabel: string
  views: SavedView[]
  canDeleteShared: boolean
  /** Where the file comes from; without one nobody may have it. */
  exportHref?: string | false
  /** What can be done with several rows at once. */
  bulk?: ReactNode
  /** The record that is open beside the list. */
  panel?: (id: string) => ReactNode
}

/** A list of records: views, filters, columns, rows, what can be done with several, and one of them beside it. */
export function ListScreen<Filters extends ListQuery, Column extends string>({
  list,
  search,
  query,
  page,
  ...screen
}: ListScreenProps<Filters, Column>) {
  const shown = columnsOf(list, query.columns)
  const labelled = list.columns.map((key) => ({ key, label: screen.columnLabel(key) }))
  const open = queryOf(search).get('open')
  const rows = screen.rows(shown)
  const columns = shown.map((key) => ({
    key,
    label: screen.columnLabel(key),
    numeric: screen.numeric?.includes(key) ?? false,
    sorts: key in list.sorts,
  }))
  return (
    <SelectionProvider>
      <SavedViews list={list.name} views={screen.views} canDeleteShared={screen.canDeleteShared} />
      <Toolbar filters={screen.filters} searchLabel={screen.searchLabel}>
        <ColumnMenu columns={labelled} shown={shown} />
        {screen.exportHref && <ExportLink href={screen.exportHref} search={search} />}
      </Toolbar>
      <div className="flex min-w-0 items-start gap-4">
        <div className="grid min-w-0 flex-1 gap-4">
          {rows.length === 0 ? (
            <NothingFound href={screen.path} />
          ) : (
            <RecordTable
              caption={screen.caption}
              columns={columns}
              rows={rows}
              order={orderOf(list, query.sort, list.usualOrder(query))}
            />
          )}
          <ListPages page={page} search={search} />
        </div>
        {open && screen.panel && (
          <Suspense key={open} fallback={<PanelSkeleton />}>
            {screen.panel(open)}
          </Suspense>
        )}
      </div>
      <BulkBar>
        {screen.bulk}
        {screen.exportHref && <BulkExport href={screen.exportHref} />}
      </BulkBar>
    </SelectionProvider>
  )
}
