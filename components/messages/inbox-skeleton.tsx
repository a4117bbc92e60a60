import { useTranslations } from 'next-intl'
import { Skeleton } from '@/components/ui/skeleton'

/** The conversations and the place beside them, still coming. */
export function InboxSkeleton() {
  const t = useTranslations('ui')
  return (
    <div role="status" className="grid gap-4">
      <span className="sr-only">{t('loading')}</span>
      <div className="flex min-h-(--control-height) items-center">
        <Skeleton className="h-6 w-40" />
      </div>
      <div className="grid gap-4 lg:grid-cols-[22rem_minmax(0,1fr)] lg:items-start">
        <div className="grid gap-3">
          <div className="flex gap-1.5">
            {[...Array(4).keys()].map((filter) => (
              <Skeleton key={filter} className="h-(--control-height-small) w-20 rounded-full" />
            ))}
          </div>
          <div className="divide-y rounded-lg border bg-surface">
            {[...Array(8).keys()].map((row) => (
              <div key={row} className="grid gap-2 px-4 py-3">
                <Skeleton className="h-3.5 w-40" />
                <Skeleton className="h-3 w-full" />
                <Skeleton className="h-3 w-1/3" />
              </div>
            ))}
          </div>
        </div>
        <Skeleton className="hidden h-96 rounded-lg lg:block" />
      </div>
    </div>
  )
}
