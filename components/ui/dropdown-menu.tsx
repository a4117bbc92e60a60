'use client'

import { Check } from 'lucide-react'
import {
  CheckboxItem,
  Content,
  Item,
  ItemIndicator,
  Label,
  Portal,
  RadioGroup,
  RadioItem,
  Root,
  Separator,
  Trigger,
} from 'radix-ui/dropdown-menu'
import type { ComponentProps } from 'react'
import { cn } from '@/components/ui/cn'
import { floatStyle, menuItemStyle } from '@/components/ui/overlay-style'

/**
 * Holds whether the menu is open. It leaves the page around it alive: a menu is no question, and hiding the page from
 * screen readers for it would only confuse.
 */
export function DropdownMenu(props: ComponentProps<typeof Root>) {
  return <Root modal={false} {...props} />
}
export { RadioGroup as MenuRadioGroup, Trigger as DropdownMenuTrigger }

/** The menu itself, beside its trigger. */
export function DropdownMenuContent({ className, sideOffset = 4, ...props }: ComponentProps<typeof Content>) {
  return (
    <Portal>
      <Content
        align="start"
        collisionPadding={8}
        {...props}
        sideOffset={sideOffset}
        className={cn(
          floatStyle,
          'max-h-(--radix-dropdown-menu-content-available-height) min-w-48 overflow-y-auto p-1',
          className,
        )}
      />
    </Portal>
  )
}

/** One thing to do. `tone="danger"` for what cannot be undone. */
export function MenuItem({ className, tone, ...props }: ComponentProps<typeof Item> & { tone?: 'danger' }) {
  return (
    <Item
      {...props}
      className={cn(menuItemStyle, tone === 'danger' && 'text-overdue-text [&_svg]:text-current', className)}
    />
  )
}

/** A choice that can be on together with others. */
export function MenuCheckboxItem({ className, children, ...props }: ComponentProps<typeof CheckboxItem>) {
  return (
    <CheckboxItem {...props} className={cn(menuItemStyle, 'pl-8', className)}>
      <Mark />
      {children}
    </CheckboxItem>
  )
}

/** One choice of a `MenuRadioGroup`. */
export function MenuRadioItem({ className, children, ...props }: ComponentProps<typeof RadioItem>) {
  return (
    <RadioItem {...props} className={cn(menuItemStyle, 'pl-8', className)}>
      <Mark />
      {children}
    </RadioItem>
  )
}

function Mark() {
  return (
    <ItemIndicator className="-ml-6 flex w-4">
      <Check aria-hidden="true" />
    </ItemIndicator>
  )
}

/** What the items beneath have in common. */
export function MenuLabel({ className, ...props }: ComponentProps<typeof Label>) {
  return <Label {...props} className={cn('px-2 pt-2 pb-1 text-faint text-xs', className)} />
}

/** A line between groups of items. */
export function MenuSeparator({ className, ...props }: ComponentProps<typeof Separator>) {
  return <Separator {...props} className={cn('-mx-1 my-1 h-px bg-line', className)} />
}
