'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { cn } from '@/components/ui/cn'
import { controlStyle } from '@/components/ui/control-style'
import { formatKm } from '@/lib/core/distance'

const STEPS = [1, 10, 100]

type OdometerProps = {
  km: number | null
  onChange: (km: number | null) => void
  /** The reading it cannot be below. */
  atLeast: number
}

/** The odometer in large figures; a tap brings it on from the last known reading. */
export function Odometer({ km, onChange, atLeast }: OdometerProps) {
  const t = useTranslations('handover.readings')
  const id = useId()
  const isBackwards = km !== null && km < atLeast
  return (
    <div className="grid gap-2">
      <label htmlFor={id} className="font-medium text-sm">
        {t('odometer')}
      </label>
      <div className="relative">
        <input
          id={id}
          inputMode="numeric"
          autoComplete="off"
          value={km === null ? '' : String(km)}
          onChange={({ target }) => {
            const digits = target.value.replace(/\D/g, '').slice(0, 7)
            onChange(digits === '' ? null : Number(digits))
          }}
          aria-invalid={isBackwards || undefined}
          aria-describedby={`${id}-note`}
          className={cn(controlStyle, 'tabular h-16 pr-14 pl-4 text-right font-semibold text-xl')}
        />
        <span
          aria-hidden="true"
          className="-translate-y-1/2 pointer-events-none absolute top-1/2 right-4 text-muted"
        >
          km
        </span>
      </div>
      <div className="grid grid-cols-3 gap-2">
        {STEPS.map((step) => (
          <button
            key={step}
            type="button"
            onClick={() => onChange((km ?? atLeast) + step)}
            className="tabular h-14 rounded border border-line-strong bg-surface font-medium text-base hover:bg-sunken"
          >
            +{step}
          </button>
        ))}
      </div>
      <p id={`${id}-note`} className={cn('text-sm', isBackwards ? 'text-overdue-text' : 'text-muted')}>
        {isBackwards ? t('backwards', { km: formatKm(atLeast) }) : t('lastKnown', { km: formatKm(atLeast) })}
      </p>
    </div>
  )
}
