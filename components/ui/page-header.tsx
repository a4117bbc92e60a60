import { ChevronLeft } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'

type PageHeaderProps = {
  title: ReactNode
  /** Where this page hangs: the list it was opened from. */
  back?: { href: string; label: string }
  /** Beside the title: the state. */
  badge?: ReactNode
  description?: ReactNode
  /** One primary button, last; others before it. */
  actions?: ReactNode
  className?: string
}

/** The head of a page: what it is, what state it is in, what can be done. */
export function PageHeader({ title, back, badge, description, actions, className }: PageHeaderProps) {
  return (
    <header className={cn('grid gap-1', className)}>
      {back && (
        <Link
          href={back.href}
          className="-ml-1 inline-flex w-fit items-center gap-0.5 rounded-sm py-0.5 pr-1 text-muted text-sm hover:text-ink"
        >
          <ChevronLeft aria-hidden="true" className="size-4" />
          {back.label}
        </Link>
      )}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="grid min-w-0 max-w-prose gap-1">
          <div
            className={cn(
              'flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1',
              actions && 'sm:min-h-(--control-height)',
            )}
          >
            <h1 className="min-w-0 font-semibold text-xl tracking-tight">{title}</h1>
            {badge}
          </div>
          {description && <p className="text-muted text-sm">{description}</p>}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
    </header>
  )
}
