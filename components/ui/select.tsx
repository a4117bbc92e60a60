'use client'

import { ChevronDown } from 'lucide-react'
import type { ComponentProps } from 'react'
import { cn } from '@/components/ui/cn'
import { controlStyle } from '@/components/ui/control-style'
import { useFieldControl } from '@/components/ui/field-context'

/** A choice from a list: the system's own, which every phone and screen reader knows best. */
export function Select({ className, children, ...own }: ComponentProps<'select'>) {
  const props = useFieldControl(own)
  return (
    <span className="relative flex w-full items-center">
      <select
        {...props}
        className={cn(
          controlStyle,
          'h-(--control-height) cursor-pointer appearance-none pr-8 pl-2.5',
          className,
        )}
      >
        {children}
      </select>
      <ChevronDown aria-hidden="true" className="pointer-events-none absolute right-2.5 size-4 text-muted" />
    </span>
  )
}
