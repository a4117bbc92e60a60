import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'

type BottomBarProps = {
  /** What must be seen while pressing: a total, the state of the sync. */
  summary?: ReactNode
  /** One `xl` button, perhaps a second before it. */
  children: ReactNode
  className?: string
}

/** The next step, where the thumb is: stays at the lower edge of a phone. */
export function BottomBar({ summary, children, className }: BottomBarProps) {
  return (
    <div
      data-print="hide"
      className={cn('sticky inset-x-0 bottom-0 z-20 border-t bg-surface px-4 pt-3 pb-safe', className)}
    >
      {summary && <div className="mb-2 text-muted text-sm">{summary}</div>}
      {/* Two with long words fit beside each other on the narrowest phones. */}
      <div className="flex gap-2 pb-3 [&>*:last-child]:flex-1 [&>*]:px-3 [&>button]:min-h-14">{children}</div>
    </div>
  )
}
