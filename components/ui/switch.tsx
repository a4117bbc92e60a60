'use client'

import { Root, Thumb } from 'radix-ui/switch'
import { type ComponentProps, type ReactNode, useId } from 'react'
import { cn } from '@/components/ui/cn'

type SwitchProps = Omit<ComponentProps<typeof Root>, 'children'> & { label: ReactNode; help?: ReactNode }

/** On or off, at once. For a choice that waits for the form's button take a `Checkbox`. */
export function Switch({ label, help, className, ...props }: SwitchProps) {
  const id = useId()
  return (
    <div className={cn('flex items-start justify-between gap-4', className)}>
      <div className="grid gap-0.5">
        <label htmlFor={id} className="text-ink text-sm">
          {label}
        </label>
        {help && (
          <p id={`${id}-note`} className="text-muted text-xs">
            {help}
          </p>
        )}
      </div>
      <Root
        {...props}
        id={id}
        aria-describedby={help ? `${id}-note` : undefined}
        className={cn(
          'relative h-5 w-9 shrink-0 rounded-full border border-control bg-pressed transition-colors',
          'disabled:opacity-50 data-[state=checked]:border-active data-[state=checked]:bg-active',
          'after:absolute after:-inset-2.5',
        )}
      >
        <Thumb className="block size-4 translate-x-px rounded-full border border-control bg-white transition-transform data-[state=checked]:translate-x-[17px] data-[state=checked]:border-transparent" />
      </Root>
    </div>
  )
}
