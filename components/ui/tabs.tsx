'use client'

import { Content, List, Root, Trigger } from 'radix-ui/tabs'
import type { ComponentProps } from 'react'
import { cn } from '@/components/ui/cn'

export const Tabs = Root

/** The row of tabs; scrolls sideways where it does not fit. */
export function TabList({ className, ...props }: ComponentProps<typeof List>) {
  return <List {...props} className={cn('flex gap-5 overflow-x-auto border-b', className)} />
}

/** One tab. */
export function Tab({ className, ...props }: ComponentProps<typeof Trigger>) {
  return (
    <Trigger
      {...props}
      className={cn(
        '-mb-px h-10 shrink-0 border-transparent border-b-2 font-medium text-muted text-sm transition-colors hover:text-ink',
        'focus-visible:outline-offset-[-2px] data-[state=active]:border-ink data-[state=active]:text-ink',
        className,
      )}
    />
  )
}

/** What a tab shows. */
export function TabPanel({ className, ...props }: ComponentProps<typeof Content>) {
  return <Content {...props} className={cn('pt-4', className)} />
}
