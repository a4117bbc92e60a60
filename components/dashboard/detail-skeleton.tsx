import { Skeleton } from '@/components/ui/skeleton'

/** The shape of a record's page: head, facts left, people and money right. */
export function DetailSkeleton() {
  return (
    <div className="grid gap-5">
      <div className="grid gap-2">
        <Skeleton className="h-4 w-24" />
        <div className="flex justify-between gap-4">
          <Skeleton className="h-7 w-56" />
          <Skeleton className="h-(--control-height) w-36" />
        </div>
      </div>
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid gap-4">
          <Skeleton className="h-56 rounded-lg" />
          <Skeleton className="h-72 rounded-lg" />
        </div>
        <div className="grid gap-4">
          <Skeleton className="h-40 rounded-lg" />
          <Skeleton className="h-56 rounded-lg" />
        </div>
      </div>
    </div>
  )
}
