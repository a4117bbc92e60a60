import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'

/** A chapter of the pattern book. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  const id = title.toLowerCase().replaceAll(' ', '-')
  return (
    <section aria-labelledby={id} className="grid min-w-0 gap-4 border-t pt-6">
      <h2 id={id} className="font-semibold text-lg">
        {title}
      </h2>
      {children}
    </section>
  )
}

/** One state of one component, with its name above. */
export function Sample({
  name,
  className,
  children,
}: {
  name: string
  className?: string
  children: ReactNode
}) {
  return (
    <div className="grid min-w-0 content-start gap-2">
      <p className="text-faint text-xs">{name}</p>
      <div className={cn('flex min-w-0 flex-wrap items-center gap-2', className)}>{children}</div>
    </div>
  )
}
