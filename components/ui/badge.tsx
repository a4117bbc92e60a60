import type { ComponentProps } from 'react'
import { cn } from '@/components/ui/cn'

/** A short word that marks something: a tag, a plan, a count. For states take `StateBadge`. */
export function Badge({ className, ...props }: ComponentProps<'span'>) {
  return (
    <span
      {...props}
      className={cn(
        'tabular inline-flex h-5 align-middle max-w-full items-center gap-1 rounded-sm border border-line-strong px-1.5 text-muted text-xs',
        className,
      )}
    />
  )
}
