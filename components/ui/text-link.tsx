import Link from 'next/link'
import type { ComponentProps } from 'react'
import { cn } from '@/components/ui/cn'

/** A link in running text or in a table: underlined, so that colour is not the only sign. */
export function TextLink({ className, ...props }: ComponentProps<typeof Link>) {
  return (
    <Link
      {...props}
      className={cn(
        'rounded-sm text-accent-text underline decoration-line-strong underline-offset-4 hover:decoration-current',
        className,
      )}
    />
  )
}
