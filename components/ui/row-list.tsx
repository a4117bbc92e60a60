import { ChevronRight } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'

/** Records as lines to press: what a table becomes on a phone, and any short list on a card. */
export function RowList({ className, children }: { className?: string; children: ReactNode }) {
  return <ul className={cn('divide-y rounded-lg border bg-surface', className)}>{children}</ul>
}

type RowLinkProps = {
  href: string
  /** At the start: a time, a picture. */
  lead?: ReactNode
  title: ReactNode
  /** Beneath the title, quieter. */
  detail?: ReactNode
  /** The detail is read to its end, however many lines that takes. */
  isWhole?: boolean
  /** At the end: a state, an amount. */
  aside?: ReactNode
  /** A button beside the link, for what can be done at once. */
  action?: ReactNode
}

/** One record of a `RowList`; the whole line leads to it. */
export function RowLink({ href, lead, title, detail, isWhole, aside, action }: RowLinkProps) {
  return (
    <li className="flex items-center">
      <Link
        href={href}
        className="flex min-h-14 min-w-0 flex-1 items-center gap-3 px-4 py-2.5 transition-colors hover:bg-sunken focus-visible:outline-offset-[-2px] active:bg-pressed"
      >
        {lead && <span className="tabular shrink-0 text-muted text-sm">{lead}</span>}
        <span className="grid min-w-0 flex-1">
          <span className="truncate font-medium text-base max-sm:whitespace-normal">{title}</span>
          {detail && (
            <span
              className={cn(
                'text-muted text-sm',
                !isWhole && 'truncate max-sm:line-clamp-2 max-sm:whitespace-normal',
              )}
            >
              {detail}
            </span>
          )}
        </span>
        {aside && <span className="grid shrink-0 justify-items-end gap-1 text-sm">{aside}</span>}
        <ChevronRight aria-hidden="true" className="size-4 shrink-0 text-faint" />
      </Link>
      {action && <span className="shrink-0 pr-4">{action}</span>}
    </li>
  )
}
