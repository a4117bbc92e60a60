'use client'

import { Content, Portal, Root, Trigger } from 'radix-ui/popover'
import type { ComponentProps } from 'react'
import { cn } from '@/components/ui/cn'
import { floatStyle } from '@/components/ui/overlay-style'

export const Popover = Root
export { Trigger as PopoverTrigger }

/** Something small to read or set, beside its trigger. Give it an `aria-label`. */
export function PopoverContent({ className, sideOffset = 4, ...props }: ComponentProps<typeof Content>) {
  return (
    <Portal>
      <Content
        align="start"
        collisionPadding={8}
        {...props}
        sideOffset={sideOffset}
        className={cn(floatStyle, 'w-72 max-w-[calc(100vw-1rem)] p-3', className)}
      />
    </Portal>
  )
}
