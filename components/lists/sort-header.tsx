import { ArrowDown, ArrowUp } from 'lucide-react'
import Link from 'next/link'
import { useSearchParams } from 'next/navigation'
import { withParameters } from '@/components/lists/list-address'
import type { ListColumn, ListOrder } from '@/components/lists/list-row'
import { cn } from '@/components/ui/cn'
import { TableHeader } from '@/components/ui/table'

/** A column's name; pressing it sorts by the column, and pressing again turns the order round. */
export function SortHeader({ column, order }: { column: ListColumn; order: ListOrder }) {
  const search = useSearchParams()
  const isSorted = order.key === column.key
  if (!column.sorts) return <TableHeader numeric={column.numeric ?? false}>{column.label}</TableHeader>
  const sort = isSorted && order.ascending ? `-${column.key}` : column.key
  const Arrow = order.ascending ? ArrowUp : ArrowDown
  return (
    <TableHeader
      numeric={column.numeric ?? false}
      aria-sort={isSorted ? (order.ascending ? 'ascending' : 'descending') : 'none'}
    >
      <Link
        href={withParameters(new URLSearchParams(search), { sort, after: null, before: null, open: null })}
        replace
        scroll={false}
        prefetch={false}
        className={cn(
          '-mx-1 inline-flex items-center gap-1 rounded-sm px-1 hover:text-ink',
          isSorted && 'text-ink',
        )}
      >
        {column.label}
        {isSorted && <Arrow aria-hidden="true" className="size-3.5" />}
      </Link>
    </TableHeader>
  )
}
