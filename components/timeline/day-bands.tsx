import { NowLine } from '@/components/timeline/now-line'
import { cn } from '@/components/ui/cn'
import { positionOf, type TimelineDay } from '@/lib/timeline/rules'

/** Behind all lines: the days' edges, weekends as a shade, and now as a line. One layer, however many vehicles. */
export function DayBands({ days, now }: { days: TimelineDay[]; now: Date }) {
  const at = positionOf(now, days)
  const isNowShown = days.some(({ isToday }) => isToday)
  return (
    <div aria-hidden="true" className="pointer-events-none absolute inset-y-0 right-0 left-(--lead)">
      <div className="flex h-full">
        {days.map(({ date, isWeekend }) => (
          <span key={date} className={cn('h-full flex-1 border-line border-r', isWeekend && 'bg-sunken')} />
        ))}
      </div>
      {isNowShown && <NowLine left={`${(at / days.length) * 100}%`} />}
    </div>
  )
}
