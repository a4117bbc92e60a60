import { useTranslations } from 'next-intl'
import { cn } from '@/components/ui/cn'

/** The place of something that is still coming, in its shape, so that nothing jumps. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden="true" className={cn('h-4 animate-breathe rounded bg-pressed', className)} />
}

/** A list that is still coming: a head and rows of the table's height. */
export function TableSkeleton({ rows = 8, columns = 5 }: { rows?: number; columns?: number }) {
  const t = useTranslations('ui')
  return (
    <div role="status" className="overflow-hidden rounded-lg border bg-surface">
      <span className="sr-only">{t('loading')}</span>
      {[...Array(rows + 1).keys()].map((row) => (
        <div
          key={row}
          className={cn('flex h-(--row-height) items-center gap-6 border-b px-3', row === 0 && 'bg-sunken')}
        >
          {[...Array(columns).keys()].map((column) => (
            <Skeleton
              key={column}
              className={cn('h-3 flex-1', column === 0 && 'max-w-20', column > 2 && 'max-sm:hidden')}
            />
          ))}
        </div>
      ))}
    </div>
  )
}
