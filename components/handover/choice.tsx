import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'

type ChoiceProps<T extends string> = {
  legend: string
  options: { value: T; label: ReactNode }[]
  chosen: T | null | T[]
  onChoose: (value: T) => void
  className?: string
}

/** A few words to tap, as large as a thumb: one of them, or several when `chosen` is a list. */
export function Choice<T extends string>({ legend, options, chosen, onChoose, className }: ChoiceProps<T>) {
  const isOn = (value: T) => (Array.isArray(chosen) ? chosen.includes(value) : chosen === value)
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-2 font-medium text-sm">{legend}</legend>
      <div className={cn('flex flex-wrap gap-2', className)}>
        {options.map(({ value, label }) => (
          <button
            key={value}
            type="button"
            aria-pressed={isOn(value)}
            onClick={() => onChoose(value)}
            className={cn(
              'inline-flex min-h-12 min-w-12 items-center justify-center gap-1.5 rounded border px-4 text-base transition-colors',
              isOn(value)
                ? 'border-accent bg-accent text-accent-ink'
                : 'border-line-strong bg-surface hover:bg-sunken',
            )}
          >
            {isOn(value) && <Check aria-hidden="true" className="size-4 shrink-0" />}
            {label}
          </button>
        ))}
      </div>
    </fieldset>
  )
}
