import type { ReactNode } from 'react'

/** A column as the table's head shows it. */
export type ListColumn = { key: string; label: string; numeric?: boolean; sorts: boolean }

/** A record of a list, whatever the list is of. */
export type ListRow = {
  id: string
  /** What it is called: read out, and named where something could not be done with it. */
  name: string
  /** Its page. */
  href: string
  /** What stands in each column; that of the first is the text of the link. */
  cells: Record<string, ReactNode>
  /** The record as a phone shows it. */
  card: { lead?: ReactNode; title: ReactNode; detail?: ReactNode; aside?: ReactNode }
  /** Amounts that are summed up over what is selected, by their label. */
  sums?: Record<string, number>
}

/** How the rows are ordered. */
export type ListOrder = { key: string; ascending: boolean }

/** What stands in the columns that are shown. */
export function cellsOf<Column extends string>(columns: Column[], cell: (column: Column) => ReactNode) {
  return Object.fromEntries(columns.map((column) => [column, cell(column)]))
}
