import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'

type FieldsetProps = { legend: ReactNode; help?: ReactNode; className?: string; children: ReactNode }

/** Fields that belong together under one heading. */
export function Fieldset({ legend, help, className, children }: FieldsetProps) {
  return (
    <fieldset className={cn('grid min-w-0 gap-4', className)}>
      <legend className="mb-3 font-semibold text-base">{legend}</legend>
      {help && <p className="-mt-3 text-muted text-sm">{help}</p>}
      {children}
    </fieldset>
  )
}
