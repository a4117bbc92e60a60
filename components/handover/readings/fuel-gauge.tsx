'use client'

import { Minus, Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { IconButton } from '@/components/ui/icon-button'
import { fromEighths, toEighths } from '@/lib/handover/rules'

type FuelGaugeProps = { percent: number; onChange: (percent: number) => void; before?: number }

/** The fuel gauge, read in eighths as cars show it: slide, or step with the buttons. */
export function FuelGauge({ percent, onChange, before }: FuelGaugeProps) {
  const t = useTranslations('handover.readings')
  const id = useId()
  const eighths = toEighths(percent)
  const set = (next: number) => onChange(fromEighths(Math.min(8, Math.max(0, next))))
  const step = 'size-14 border border-line-strong bg-surface [&_svg]:size-5'
  return (
    <div className="grid gap-2">
      <div className="flex items-baseline justify-between">
        <label htmlFor={id} className="font-medium text-sm">
          {t('fuel')}
        </label>
        <output htmlFor={id} className="tabular font-semibold text-xl">
          {t('eighths', { eighths })}
        </output>
      </div>
      <div className="flex items-center gap-2">
        <IconButton label={t('less')} onClick={() => set(eighths - 1)} className={step}>
          <Minus />
        </IconButton>
        <input
          id={id}
          type="range"
          min={0}
          max={8}
          step={1}
          value={eighths}
          onChange={({ target }) => set(Number(target.value))}
          aria-valuetext={t('eighths', { eighths })}
          className="h-14 min-w-0 flex-1 accent-accent"
        />
        <IconButton label={t('more')} onClick={() => set(eighths + 1)} className={step}>
          <Plus />
        </IconButton>
      </div>
      {before !== undefined && (
        <p className="text-muted text-sm">{t('fuelBefore', { eighths: toEighths(before) })}</p>
      )}
    </div>
  )
}
