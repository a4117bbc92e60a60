'use client'

import { CircleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useId } from 'react'
import { cn } from '@/components/ui/cn'
import { FieldContext } from '@/components/ui/field-context'
import { fieldId } from '@/components/ui/field-id'

type FieldProps = {
  label: ReactNode
  /** The form's name for it; the control inside takes it over. */
  name?: string
  help?: ReactNode
  error?: ReactNode
  required?: boolean
  disabled?: boolean
  /** Marks what may stay empty. Most fields are required, so the exception carries the word. */
  optional?: boolean
  className?: string
  children: ReactNode
}

/** A labelled control: label above, help beneath, the error in place of the help, all linked for screen readers. */
export function Field({
  label,
  name,
  help,
  error,
  required,
  disabled,
  optional,
  className,
  children,
}: FieldProps) {
  const t = useTranslations('ui.field')
  const fallback = useId()
  const id = name ? fieldId(name) : fallback
  const note = error ?? help
  const control = {
    id,
    name,
    required,
    disabled,
    'aria-describedby': note ? `${id}-note` : undefined,
    'aria-invalid': error ? (true as const) : undefined,
  }
  return (
    <div className={cn('grid min-w-0 content-start gap-1.5', className)}>
      <label
        htmlFor={id}
        id={`${id}-label`}
        className="flex items-baseline gap-2 font-medium text-ink text-sm"
      >
        {label}
        {optional && <span className="font-normal text-faint text-xs">{t('optional')}</span>}
      </label>
      <FieldContext value={control}>{children}</FieldContext>
      {note && (
        <p
          id={`${id}-note`}
          className={cn('flex items-start gap-1.5 text-xs', error ? 'text-overdue-text' : 'text-muted')}
        >
          {error && <CircleAlert aria-hidden="true" className="mt-px size-3.5 shrink-0" />}
          <span>{note}</span>
        </p>
      )}
    </div>
  )
}
