import { Skeleton } from '@/components/ui/skeleton'

/** The shape of a record beside its list. */
export function PanelSkeleton() {
  return (
    <div className="sticky top-16 grid w-96 shrink-0 gap-3 rounded-lg border p-3 max-lg:hidden xl:w-104">
      <Skeleton className="h-8 w-48" />
      <Skeleton className="h-44" />
      <Skeleton className="h-64" />
    </div>
  )
}
