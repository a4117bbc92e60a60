import { Skeleton, TableSkeleton } from '@/components/ui/skeleton'

/** The shape of a list page: title, toolbar, rows. */
export function ListSkeleton({ columns }: { columns: number }) {
  return (
    <div className="grid gap-4">
      <div className="flex min-h-(--control-height) items-center justify-between gap-4">
        <Skeleton className="h-6 w-40" />
        <Skeleton className="h-(--control-height) w-32" />
      </div>
      <div className="flex gap-2">
        <Skeleton className="h-(--control-height-small) w-64" />
        <Skeleton className="h-(--control-height-small) w-24 rounded-full max-sm:hidden" />
        <Skeleton className="h-(--control-height-small) w-24 rounded-full max-sm:hidden" />
      </div>
      <TableSkeleton rows={14} columns={columns} />
    </div>
  )
}
