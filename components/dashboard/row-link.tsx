import Link from 'next/link'
import type { ComponentProps } from 'react'
import { cn } from '@/components/ui/cn'

/** The link of a table row: its text names the record, its area is the whole row. The row must be `relative`. */
export function RowLink({ className, ...props }: ComponentProps<typeof Link>) {
  return (
    <Link
      {...props}
      className={cn(
        'font-medium text-ink after:absolute after:inset-0 hover:underline hover:underline-offset-4',
        className,
      )}
    />
  )
}
