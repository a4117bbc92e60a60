import type { ComponentProps, ReactNode } from 'react'
import { cn } from '@/components/ui/cn'

type CardProps = Omit<ComponentProps<'section'>, 'title'> & {
  title?: ReactNode
  /** Beside the title: a link or a button. */
  actions?: ReactNode
  /** No padding, for a table or list that reaches the edge. */
  flush?: boolean
}

/** A bordered part of the page about one thing. */
export function Card({ title, actions, flush, className, children, ...props }: CardProps) {
  return (
    <section {...props} className={cn('min-w-0 rounded-lg border bg-surface', className)}>
      {(title || actions) && (
        <header className="flex min-h-11 flex-wrap items-center justify-between gap-x-3 gap-y-1 border-b px-4 py-1.5">
          <h2 className="font-semibold text-base">{title}</h2>
          {actions && <div className="flex items-center gap-2">{actions}</div>}
        </header>
      )}
      <div className={cn(!flush && 'p-4')}>{children}</div>
    </section>
  )
}
