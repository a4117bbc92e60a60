'use client'

import { Content, Portal, Provider, Root, Trigger } from 'radix-ui/tooltip'
import type { ReactNode } from 'react'

type TooltipProps = { label: ReactNode; side?: 'top' | 'right' | 'bottom' | 'left'; children: ReactNode }

/** A short hint at what is under the pointer or has the focus. Never the only place something is said. */
export function Tooltip({ label, side = 'top', children }: TooltipProps) {
  return (
    <Provider delayDuration={400}>
      <Root>
        <Trigger asChild>{children}</Trigger>
        <Portal>
          <Content
            side={side}
            sideOffset={6}
            collisionPadding={8}
            className="z-50 max-w-64 animate-fade-in rounded bg-ink px-2 py-1 text-canvas text-xs"
          >
            {label}
          </Content>
        </Portal>
      </Root>
    </Provider>
  )
}
