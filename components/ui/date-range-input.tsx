'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { DateInput, DateTimeInput } from '@/components/ui/date-time-input'
import { Field } from '@/components/ui/field'

type DateRangeInputProps = {
  /** Names of the two fields in the form. */
  names: [from: string, to: string]
  labels?: [from: ReactNode, to: ReactNode]
  defaultValues?: [from?: string, to?: string]
  errors?: [from?: ReactNode, to?: ReactNode]
  withTime?: boolean
  min?: string
  required?: boolean
  /** Hears every change; either side may still be empty. */
  onRangeChange?: (from: string, to: string) => void
}

/** A period: two fields side by side, the second never before the first. */
export function DateRangeInput({
  names,
  labels,
  defaultValues = [],
  errors = [],
  withTime,
  min,
  required,
  onRangeChange,
}: DateRangeInputProps) {
  const t = useTranslations('ui.dateRange')
  const [range, setRange] = useState({ from: defaultValues[0] ?? '', to: defaultValues[1] ?? '' })
  const Control = withTime ? DateTimeInput : DateInput

  function change(next: { from: string; to: string }) {
    // Both forms of a date sort as text; what is no date yet is left alone.
    const ordered =
      next.to && /^\d{4}-/.test(next.from) && next.from > next.to ? { ...next, to: next.from } : next
    setRange(ordered)
    onRangeChange?.(ordered.from, ordered.to)
  }

  return (
    <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
      <Field name={names[0]} label={labels?.[0] ?? t('from')} error={errors[0]} required={required}>
        <Control
          {...(min && { min })}
          value={range.from}
          onValueChange={(from) => change({ ...range, from })}
        />
      </Field>
      <Field name={names[1]} label={labels?.[1] ?? t('to')} error={errors[1]} required={required}>
        <Control
          {...((range.from || min) && { min: range.from || min })}
          value={range.to}
          onValueChange={(to) => change({ ...range, to })}
        />
      </Field>
    </div>
  )
}
