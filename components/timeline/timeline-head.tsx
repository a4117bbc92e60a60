import { useLocale, useTranslations } from 'next-intl'
import { memo } from 'react'
import { HEAD_HEIGHT, type Scale, xOf } from '@/components/timeline/geometry'
import { cn } from '@/components/ui/cn'
import { dateFormatter } from '@/lib/core/dates'
import type { TimelineDay } from '@/lib/timeline/span'

type TimelineHeadProps = { days: TimelineDay[]; scale: Scale; timeZone: string }

/** The days above the lines. Seen only: every block says its own days. */
export const TimelineHead = memo(function TimelineHead({ days, scale, timeZone }: TimelineHeadProps) {
  const t = useTranslations('timeline')
  return (
    <div
      aria-hidden="true"
      className="sticky top-0 z-30 border-b bg-sunken text-xs shadow-[0_-2px_0_0_var(--sunken)]"
      style={{ height: HEAD_HEIGHT }}
    >
      <span
        data-lead
        className="sticky left-0 z-10 flex h-full w-(--lead) items-center border-r bg-sunken px-3 font-medium text-muted shadow-[-2px_-2px_0_0_var(--sunken)]"
      >
        {t('vehicle')}
      </span>
      <div data-days className="absolute inset-y-0 right-0 left-(--lead)">
        {scale.zoom !== 'day' &&
          monthsOf(days).map((month) => (
            <MonthHead key={month[0].date} days={month} scale={scale} timeZone={timeZone} />
          ))}
        {days.map((day) => (
          <DayHead key={day.date} day={day} scale={scale} timeZone={timeZone} />
        ))}
      </div>
    </div>
  )
})

type Month = [TimelineDay, ...TimelineDay[]]

/** The days by month, in their order. */
function monthsOf(days: TimelineDay[]): Month[] {
  const months: Month[] = []
  for (const day of days) {
    const last = months.at(-1)
    if (last?.[0].date.slice(0, 7) === day.date.slice(0, 7)) last.push(day)
    else months.push([day])
  }
  return months
}

/** A month's name above its days; stays in sight as long as one of them does. */
function MonthHead({ days, scale, timeZone }: { days: Month; scale: Scale; timeZone: string }) {
  const options = { timeZone, month: 'long', year: 'numeric' } as const
  const left = xOf(days[0].startsAt, scale)
  return (
    <span
      className="absolute top-0"
      style={{ left, width: xOf((days.at(-1) ?? days[0]).endsAt, scale) - left }}
    >
      <span
        data-follows
        className="block w-fit max-w-full truncate px-1 font-medium text-ink leading-[1.125rem]"
      >
        {dateFormatter(useLocale(), options).format(days[0].startsAt)}
      </span>
    </span>
  )
}

type DayHeadProps = { day: TimelineDay; scale: Scale; timeZone: string }

const DayHead = memo(function DayHead({ day, scale, timeZone }: DayHeadProps) {
  const locale = useLocale()
  const format = (options: Intl.DateTimeFormatOptions) =>
    dateFormatter(locale, { timeZone, ...options }).format(day.startsAt)
  const [left, right] = [xOf(day.startsAt, scale), xOf(day.endsAt, scale)]
  const number = Number(day.date.slice(8))
  const isWide = scale.zoom === 'day' || scale.zoom === 'week'
  const isMonday = new Date(`${day.date}T00:00Z`).getUTCDay() === 1
  return (
    <span
      className={cn(
        'absolute inset-y-0 grid grid-rows-[1.125rem_1fr] border-line border-l',
        scale.zoom === 'quarter' && !isMonday && number !== 1 && 'border-transparent',
        day.isWeekend ? 'text-faint' : 'text-muted',
      )}
      style={{ left, width: right - left }}
    >
      <span
        data-follows={scale.zoom === 'day' ? '' : undefined}
        className="w-fit whitespace-nowrap px-1 font-medium text-ink leading-[1.125rem]"
      >
        {scale.zoom === 'day' && format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })}
      </span>
      {scale.zoom === 'day' ? (
        <Hours day={day} scale={scale} left={left} />
      ) : (
        <span className={cn('tabular flex items-center gap-1 px-1', !isWide && 'justify-center px-0')}>
          {isWide && format({ weekday: 'short' })}
          {scale.zoom === 'month' && <span className="text-faint">{format({ weekday: 'narrow' })}</span>}
          {(scale.zoom !== 'quarter' || isMonday) && (
            <span className={cn(day.isToday && 'rounded-sm bg-accent px-1 font-semibold text-accent-ink')}>
              {number}
            </span>
          )}
        </span>
      )}
    </span>
  )
})

function Hours({ day, scale, left }: { day: TimelineDay; scale: Scale; left: number }) {
  const hours = Array.from(
    { length: Math.round((day.endsAt - day.startsAt) / 3_600_000 / 2) },
    (_, nth) => nth * 2,
  )
  return (
    <span className="relative">
      {hours.map((hour) => (
        <span
          key={hour}
          className="tabular absolute top-1 px-1 text-faint"
          style={{ left: xOf(day.startsAt + hour * 3_600_000, scale) - left }}
        >
          {String(hour).padStart(2, '0')}
        </span>
      ))}
    </span>
  )
}
