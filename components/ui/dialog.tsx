'use client'

import {
  Close,
  Content,
  Description,
  DialogTrigger,
  Overlay,
  Portal,
  Dialog as Root,
  Title,
} from 'radix-ui/dialog'
import type { ComponentProps, ReactNode } from 'react'
import { cn } from '@/components/ui/cn'
import { OverlayClose } from '@/components/ui/overlay-close'
import { scrimStyle } from '@/components/ui/overlay-style'
import { useTypedGuard } from '@/components/ui/use-typed-guard'

/** Holds whether the dialog is open: `open` and `onOpenChange`, or a `DialogTrigger` inside. */
export const Dialog = Root
export { Close as DialogClose, DialogTrigger }

type DialogContentProps = Omit<ComponentProps<typeof Content>, 'title'> & {
  title: ReactNode
  description?: ReactNode
  /** Buttons, the primary one last. */
  footer?: ReactNode
  size?: 'sm' | 'md' | 'lg'
}

const widths = { sm: 'sm:max-w-sm', md: 'sm:max-w-lg', lg: 'sm:max-w-3xl' }

/** A question or a short form over the page; on a phone it rises from the lower edge. */
export function DialogContent({
  title,
  description,
  footer,
  size = 'md',
  className,
  children,
  ...props
}: DialogContentProps) {
  const guard = useTypedGuard()
  return (
    <Portal>
      <Overlay className={scrimStyle} />
      <Content
        // Without a description Radix wants to be told that there is none.
        {...(description ? {} : { 'aria-describedby': undefined })}
        {...guard}
        {...props}
        className={cn(
          'fixed z-50 flex max-h-[90dvh] w-full flex-col overflow-hidden border border-line-strong bg-raised shadow-float outline-none',
          'inset-x-0 bottom-0 rounded-t-lg max-sm:data-[state=closed]:animate-slide-out-down max-sm:data-[state=open]:animate-slide-in-up',
          'sm:inset-0 sm:m-auto sm:h-fit sm:rounded-lg sm:data-[state=closed]:animate-fade-out sm:data-[state=open]:animate-pop-in',
          widths[size],
          className,
        )}
      >
        <header className="grid gap-1 px-5 pt-4 pr-16 pb-3">
          <Title className="font-semibold text-lg">{title}</Title>
          {description && <Description className="text-muted text-sm">{description}</Description>}
        </header>
        <div className="grid gap-4 overflow-y-auto px-5 pb-5">{children}</div>
        {footer && (
          <footer className="flex flex-col-reverse gap-2 border-t px-5 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] sm:flex-row sm:justify-end">
            {footer}
          </footer>
        )}
        <OverlayClose />
      </Content>
    </Portal>
  )
}
