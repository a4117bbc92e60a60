'use client'

import { Item, Root } from 'radix-ui/radio-group'
import { type ComponentProps, type ReactNode, useId } from 'react'
import { cn } from '@/components/ui/cn'

/** One of a few, all in view. Give it an `aria-label` or put it under a legend. */
export function RadioGroup({ className, ...props }: ComponentProps<typeof Root>) {
  return <Root {...props} className={cn('grid gap-2', className)} />
}

type RadioProps = Omit<ComponentProps<typeof Item>, 'children'> & {
  label: ReactNode
  help?: ReactNode
  /** Shown at the end of the row: a price, say. */
  aside?: ReactNode
}

/** A choice of the group, as a row that can be pressed anywhere. */
export function Radio({ label, help, aside, className, ...props }: RadioProps) {
  const id = useId()
  return (
    <label
      htmlFor={id}
      className={cn(
        'flex items-start gap-3 rounded border border-line-strong bg-surface px-3 py-2.5 transition-colors hover:bg-sunken',
        'has-[[data-state=checked]]:border-accent-line has-[[data-state=checked]]:bg-accent-soft',
        'has-[:disabled]:pointer-events-none has-[:disabled]:opacity-50',
        className,
      )}
    >
      <Item
        {...props}
        id={id}
        aria-describedby={help ? `${id}-note` : undefined}
        className="group mt-0.5 grid size-4 shrink-0 place-items-center rounded-full border border-control bg-surface data-[state=checked]:border-accent-line"
      >
        <span className="hidden size-2 rounded-full bg-accent-line group-data-[state=checked]:block" />
      </Item>
      <span className="grid min-w-0 flex-1 gap-0.5">
        <span className="text-ink text-sm">{label}</span>
        {help && (
          <span id={`${id}-note`} className="text-muted text-xs">
            {help}
          </span>
        )}
      </span>
      {aside && <span className="tabular shrink-0 text-sm">{aside}</span>}
    </label>
  )
}
