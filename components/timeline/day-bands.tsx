import { memo } from 'react'
import { type Scale, xOf } from '@/components/timeline/geometry'
import { cn } from '@/components/ui/cn'
import type { TimelineDay } from '@/lib/timeline/span'

type DayBandsProps = { days: TimelineDay[]; scale: Scale; now: number }

/** Behind all lines: the days' edges, weekends as a shade, and now as a line. One layer, however many vehicles. */
export const DayBands = memo(function DayBands({ days, scale, now }: DayBandsProps) {
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
      {now >= scale.from && now < scale.to && (
        <span
          data-now
          className="absolute inset-y-0 z-10 w-0.5 -translate-x-1/2 bg-due"
          style={{ left: xOf(now, scale) }}
        />
      )}
    </div>
  )
})
