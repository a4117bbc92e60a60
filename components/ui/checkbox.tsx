'use client'

import { Check } from 'lucide-react'
import { Checkbox as Radix } from 'radix-ui/checkbox'
import { type ComponentProps, type ReactNode, useId } from 'react'
import { cn } from '@/components/ui/cn'

type CheckboxProps = Omit<ComponentProps<typeof Radix>, 'children'> & {
  label: ReactNode
  help?: ReactNode
  error?: ReactNode
  /** Shows the box alone; the label is still read out. For table rows. */
  labelHidden?: boolean
}

/** Yes or no, taking effect with the form. */
export function Checkbox({ label, help, error, labelHidden, className, id, ...props }: CheckboxProps) {
  const fallback = useId()
  const own = id ?? fallback
  return (
    <div className={cn('flex items-start gap-2.5', className)}>
      <Radix
        {...props}
        id={own}
        aria-describedby={(error ?? help) ? `${own}-note` : undefined}
        aria-invalid={error ? true : undefined}
        className={cn(
          'group relative grid size-4 shrink-0 place-items-center rounded-sm border border-control bg-surface text-accent-ink',
          'transition-colors hover:border-muted disabled:opacity-50 aria-invalid:border-overdue',
          'data-[state=checked]:border-accent data-[state=indeterminate]:border-accent',
          'data-[state=checked]:bg-accent data-[state=indeterminate]:bg-accent',
          !labelHidden && 'mt-0.5',
          // The box is small, what can be hit is not.
          'after:absolute after:-inset-2.5',
        )}
      >
        <Check
          aria-hidden="true"
          strokeWidth={3}
          className="hidden size-3 group-data-[state=checked]:block"
        />
        <span
          aria-hidden="true"
          className="hidden h-0.5 w-2 rounded-full bg-current group-data-[state=indeterminate]:block"
        />
      </Radix>
      <div className={cn('grid gap-0.5', labelHidden && 'sr-only')}>
        <label htmlFor={own} className="text-ink text-sm">
          {label}
        </label>
        {(error ?? help) && (
          <p id={`${own}-note`} className={cn('text-xs', error ? 'text-overdue-text' : 'text-muted')}>
            {error ?? help}
          </p>
        )}
      </div>
    </div>
  )
}
