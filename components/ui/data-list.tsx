import { Fragment, type ReactNode } from 'react'
import { cn } from '@/components/ui/cn'

type DataListProps = {
  facts: { label: string; value: ReactNode }[]
  /** Two facts beside each other where there is room. */
  columns?: 1 | 2
  className?: string
}

/** Facts about a record: what, and how it is. A fact without a value shows a dash, so that a gap is seen. */
export function DataList({ facts, columns = 1, className }: DataListProps) {
  const isEmpty = (value: ReactNode) => value === null || value === undefined || value === ''
  return (
    <dl
      className={cn(
        'grid grid-cols-[minmax(7rem,auto)_1fr] gap-x-4 gap-y-2 text-sm',
        columns === 2 && 'lg:grid-cols-[minmax(7rem,auto)_1fr_minmax(7rem,auto)_1fr] lg:gap-x-6',
        className,
      )}
    >
      {facts.map(({ label, value }) => (
        <Fragment key={label}>
          <dt className="text-muted">{label}</dt>
          <dd className="min-w-0 text-ink">
            {isEmpty(value) ? <span className="text-faint">–</span> : value}
          </dd>
        </Fragment>
      ))}
    </dl>
  )
}
