'use client'

import { Content, Description, Dialog, DialogTrigger, Overlay, Portal, Title } from 'radix-ui/dialog'
import type { ComponentProps, ReactNode } from 'react'
import { cn } from '@/components/ui/cn'
import { OverlayClose } from '@/components/ui/overlay-close'
import { scrimStyle } from '@/components/ui/overlay-style'
import { useTypedGuard } from '@/components/ui/use-typed-guard'

/** Holds whether the panel is open: `open` and `onOpenChange`, or a `SheetTrigger` inside. */
export const Sheet = Dialog
export { DialogTrigger as SheetTrigger }

type SheetContentProps = Omit<ComponentProps<typeof Content>, 'title'> & {
  title: ReactNode
  description?: ReactNode
  footer?: ReactNode
  /** `right` for a record beside its list, `bottom` for a phone's menu. */
  side?: 'right' | 'bottom'
}

const sides = {
  right:
    'inset-y-0 right-0 w-full border-l sm:max-w-xl data-[state=open]:animate-slide-in-right data-[state=closed]:animate-slide-out-right',
  bottom:
    'inset-x-0 bottom-0 max-h-[85dvh] rounded-t-lg border-t data-[state=open]:animate-slide-in-up data-[state=closed]:animate-slide-out-down',
}

function focusPanel(event: Event) {
  event.preventDefault()
  if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus()
}

/** A panel at the page's edge: look at one record without losing the list. */
export function SheetContent({
  title,
  description,
  footer,
  side = 'right',
  className,
  children,
  ...props
}: SheetContentProps) {
  const guard = useTypedGuard()
  return (
    <Portal>
      <Overlay className={scrimStyle} />
      <Content
        {...(description ? {} : { 'aria-describedby': undefined })}
        // A panel is read first: the focus is on it, not on what it offers to do.
        onOpenAutoFocus={focusPanel}
        {...guard}
        {...props}
        className={cn(
          'fixed z-50 flex flex-col border-line-strong bg-surface shadow-float outline-none',
          sides[side],
          className,
        )}
      >
        <header className="grid gap-0.5 border-b px-5 py-4 pr-16">
          <Title className="truncate font-semibold text-lg">{title}</Title>
          {description && <Description className="text-muted text-sm">{description}</Description>}
        </header>
        <div className="min-h-0 flex-1 overflow-y-auto px-5 py-4">{children}</div>
        {footer && (
          <footer className="flex justify-end gap-2 border-t px-5 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]">
            {footer}
          </footer>
        )}
        <OverlayClose />
      </Content>
    </Portal>
  )
}
