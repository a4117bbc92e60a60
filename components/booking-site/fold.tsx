import { clsx } from 'clsx'
import type { ReactNode } from 'react'

type FoldProps = { title: string; open?: boolean; className?: string; children: ReactNode }

/** What few people need, folded away under its title; works before anything has loaded. Without `cn`, whose merging weighs 7 kB on a page of forms. */
export function Fold({ title, open, className, children }: FoldProps) {
  return (
    <details className={clsx('group/fold', className)} open={open}>
      <summary className="flex min-h-11 cursor-pointer list-none items-center justify-between gap-3 rounded font-medium [&::-webkit-details-marker]:hidden">
        {title}
        <span className="icon icon-chevron-down size-4 text-muted group-open/fold:rotate-180" />
      </summary>
      <div className="grid gap-3 pt-2 pb-1">{children}</div>
    </details>
  )
}

/** The card it is on a page of its own sections. */
export const foldCard = 'rounded-lg border bg-surface px-5 py-2'
