import type { ComponentProps, ReactNode } from 'react'
import { cn } from '@/components/ui/cn'
import { Scroller } from '@/components/ui/scroller'

type TableProps = Omit<ComponentProps<'table'>, 'frame'> & {
  /** What the table lists; read out, not shown. */
  caption: string
  /** Height at which the table itself scrolls, its head staying in view: `max-h-96`. Without one the page scrolls. */
  frame?: string
}

/** A dense list of records: 36-pixel rows, a head that stays, figures that stand under each other. */
export function Table({ caption, frame, className, children, ...props }: TableProps) {
  return (
    <Scroller label={caption} className={cn('relative overflow-auto rounded-lg border bg-surface', frame)}>
      <table {...props} className={cn('tabular w-full border-separate border-spacing-0 text-sm', className)}>
        <caption className="sr-only">{caption}</caption>
        {children}
      </table>
    </Scroller>
  )
}

/** The head's row; stays at the top while the rest scrolls. */
export function TableHead({ children }: { children: ReactNode }) {
  return (
    <thead className="sticky top-0 z-10">
      <tr>{children}</tr>
    </thead>
  )
}

/** A record. `selected` marks the one open beside the list. */
export function TableRow({ selected, className, ...props }: ComponentProps<'tr'> & { selected?: boolean }) {
  return (
    <tr
      {...props}
      aria-selected={selected || undefined}
      className={cn(
        'group transition-colors hover:bg-sunken has-[a:focus-visible]:bg-sunken',
        selected && 'bg-accent-soft hover:bg-accent-soft',
        className,
      )}
    />
  )
}

/** A column's name. `numeric` sets figures to the right. */
export function TableHeader({ numeric, className, ...props }: ComponentProps<'th'> & { numeric?: boolean }) {
  return (
    <th
      scope="col"
      {...props}
      className={cn(
        'h-8 whitespace-nowrap border-b bg-sunken px-3 text-left font-medium text-muted text-xs',
        numeric && 'text-right',
        className,
      )}
    />
  )
}

/** A value. */
export function TableCell({ numeric, className, ...props }: ComponentProps<'td'> & { numeric?: boolean }) {
  return (
    <td
      {...props}
      className={cn(
        'h-(--row-height) max-w-80 truncate border-line border-b px-3 py-1 group-last:border-b-0',
        numeric && 'text-right',
        className,
      )}
    />
  )
}

/** Sums under the columns; stays at the bottom while the rest scrolls. */
export function TableFoot({ children }: { children: ReactNode }) {
  return (
    <tfoot className="sticky bottom-0 bg-surface font-medium [&_td]:border-t">
      <tr className="group">{children}</tr>
    </tfoot>
  )
}
