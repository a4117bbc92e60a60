import { ArrowDown, ArrowRight, ArrowUp } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'

type StatProps = {
  label: ReactNode
  value: ReactNode
  trend?: {
    /** The change against the comparison, in per cent. */
    percent: number
    /** What it is compared with: "last week". */
    against: string
    /** Less is better: overdue, cancelled. */
    lessIsBetter?: boolean
  }
  className?: string
}

const arrows = { up: ArrowUp, down: ArrowDown, same: ArrowRight }

/** A figure that answers a question, how it moved, and against what. */
export function Stat({ label, value, trend, className }: StatProps) {
  const t = useTranslations('ui.trend')
  const direction = !trend?.percent ? 'same' : trend.percent > 0 ? 'up' : 'down'
  const Arrow = arrows[direction]
  const isGood = trend?.lessIsBetter ? direction === 'down' : direction === 'up'
  return (
    <div className={cn('grid min-w-0 content-start gap-1', className)}>
      <p className="text-muted text-sm">{label}</p>
      <p className="tabular truncate font-semibold text-xl tracking-tight">{value}</p>
      {trend && (
        <p className="flex flex-wrap items-center gap-x-1.5 text-muted text-xs">
          <span
            className={cn(
              'tabular inline-flex items-center gap-0.5 font-medium',
              direction !== 'same' && (isGood ? 'text-active-text' : 'text-overdue-text'),
            )}
          >
            <Arrow aria-hidden="true" className="size-3.5" />
            <span className="sr-only">{t(direction)}</span>
            {Math.abs(trend.percent)} %
          </span>
          {t('against', { period: trend.against })}
        </p>
      )}
    </div>
  )
}
