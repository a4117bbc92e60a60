import { Skeleton } from '@/components/ui/skeleton'

/** The shape of a form: a head and fields in one column. */
export function FormSkeleton({ fields = 6 }: { fields?: number }) {
  return (
    <div className="grid max-w-2xl gap-5">
      <Skeleton className="h-7 w-56" />
      {[...Array(fields).keys()].map((field) => (
        <div key={field} className="grid gap-1.5">
          <Skeleton className="h-4 w-28" />
          <Skeleton className="h-(--control-height)" />
        </div>
      ))}
    </div>
  )
}
