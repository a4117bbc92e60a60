import type { ReactNode } from 'react'
import { fieldId } from '@/components/ui/field-id'

/** Agreement to the terms: never given beforehand. */
export function Consent({ children, error }: { children: ReactNode; error?: string | undefined }) {
  const id = fieldId('acceptsTerms')
  return (
    <div className="grid gap-1.5">
      <label className="flex items-start gap-3">
        <input
          id={id}
          type="checkbox"
          name="acceptsTerms"
          required
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-note` : undefined}
          className="mt-0.5 size-5 shrink-0 accent-accent"
        />
        <span>{children}</span>
      </label>
      {error && (
        <p id={`${id}-note`} className="text-overdue-text text-sm">
          {error}
        </p>
      )}
    </div>
  )
}
