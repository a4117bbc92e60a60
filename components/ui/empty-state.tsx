import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'

type EmptyStateProps = {
  /** A drawing or icon of what would be here. */
  picture?: ReactNode
  title: ReactNode
  /** What this place is for and what brings something into it. */
  children: ReactNode
  /** The step that fills it, and perhaps a second way. */
  actions?: ReactNode
  /** `h1` where this is the whole page. */
  heading?: 'h1' | 'h2'
  className?: string
}

/** A place with nothing in it yet: it teaches what belongs here and offers the first step. */
export function EmptyState({
  picture,
  title,
  children,
  actions,
  heading: Heading = 'h2',
  className,
}: EmptyStateProps) {
  return (
    <div className={cn('grid justify-items-center gap-2 px-6 py-12 text-center', className)}>
      {picture && <div className="mb-2 text-faint [&>svg:not([class*=w-])]:size-8">{picture}</div>}
      <Heading className="font-semibold text-lg">{title}</Heading>
      <div className="max-w-md text-pretty text-muted text-sm">{children}</div>
      {actions && <div className="mt-3 flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  )
}
