import { memo } from 'react'
import { type Scale, xOf } from '@/components/timeline/geometry'
import { cn } from '@/components/ui/cn'
import type { TimelineDay } from '@/lib/timeline/span'

type DayBandsProps = { days: TimelineDay[]; scale: Scale }

/** Behind all lines: the days' edges, and weekends as a shade. One layer, however many vehicles. */
export const DayBands = memo(function DayBands({ days, scale }: DayBandsProps) {
  return (
    <div aria-hidden="true" className="pointer-events-none absolute inset-0">
      {days.map(({ date, startsAt, endsAt, isWeekend }) => (
        <span
          key={date}
          className={cn(
            'absolute inset-y-0 border-line border-l',
            scale.zoom === 'quarter' && !date.endsWith('-01') && 'border-transparent',
            isWeekend && 'bg-sunken',
          )}
          style={{ left: xOf(startsAt, scale), width: xOf(endsAt, scale) - xOf(startsAt, scale) }}
        />
      ))}
    </div>
  )
})

/** The present minute, over all lines. */
export function NowLine({ now, scale }: { now: number; scale: Scale }) {
  if (now < scale.from || now >= scale.to) return null
  return (
    <span
      aria-hidden="true"
      data-now
      className="pointer-events-none absolute inset-y-0 w-0.5 -translate-x-1/2 bg-due"
      style={{ left: xOf(now, scale) }}
    />
  )
}
