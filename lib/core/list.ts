import { z } from 'zod'
import { PageFilters } from '@/lib/core/cursor'
import { MOST_SELECTED } from '@/lib/core/selection'

/** The lists of the dashboard, as saved views and bulk actions name them. */
export const LISTS = ['reservations', 'waiting', 'customers', 'vehicles', 'contracts', 'invoices'] as const
export type ListName = (typeof LISTS)[number]

/** One value or several, as an address repeats a name. */
export function several<T extends z.ZodType>(item: T) {
  return z.preprocess(
    (value) => (value === undefined || value === '' ? [] : [value].flat()),
    z.array(item).max(MOST_SELECTED),
  )
}

/** What the address of every list may hold; anything it gets wrong is left out instead of refused. */
export const ListQuery = PageFilters.extend({
  q: z.string().trim().max(80).catch(''),
  sort: z.string().max(31).optional().catch(undefined),
  columns: z
    .string()
    .max(400)
    .transform((text) => text.split(','))
    .optional()
    .catch(undefined),
  tag: several(z.string().max(40)).catch([]),
  /** Only these rows: the export of a selection. */
  id: several(z.uuid()).catch([]),
})
export type ListQuery = z.infer<typeof ListQuery>

/** What a list can show and be sorted by. */
export type ListShape<Column extends string = string> = {
  name: ListName
  /** Every column in its usual order; the first names the record and is always there. */
  columns: readonly Column[]
  /** Those shown until somebody chooses. */
  shown: readonly Column[]
  /** Columns that can be sorted by, and the column of the view that does it. */
  sorts: Partial<Record<Column, string>>
}

export type Order<Column extends string = string> = { key: Column; column: string; ascending: boolean }

/** The order an address asks for: `total` or `-total`; an unknown one is the usual one. */
export function orderOf<Column extends string>(
  { sorts }: ListShape<Column>,
  wanted: string | undefined,
  usual: string,
): Order<Column> {
  const read = (text: string): Order<Column> | null => {
    const key = text.replace(/^-/, '') as Column
    const column = Object.hasOwn(sorts, key) ? sorts[key] : undefined
    return column ? { key, column, ascending: !text.startsWith('-') } : null
  }
  const order = read(wanted ?? usual) ?? read(usual)
  if (!order) throw new Error(`A list has no order ${usual}.`)
  return order
}

/** The columns to show, in the order somebody chose; what names the record stays first, and nothing comes twice. */
export function columnsOf<Column extends string>(
  { columns, shown }: ListShape<Column>,
  chosen: string[] | undefined,
): Column[] {
  const known = (chosen ?? []).filter((key): key is Column => columns.includes(key as Column))
  if (known.length === 0) return [...shown]
  return [...new Set([...columns.slice(0, 1), ...known])]
}
