import { useLocale, useTranslations } from 'next-intl'
import { cn } from '@/components/ui/cn'
import { languageTag } from '@/lib/core/dates'
import type { TimelineDay } from '@/lib/timeline/rules'
import type { Zoom } from '@/lib/timeline/schema'

type TimelineHeadProps = { days: TimelineDay[]; zoom: Zoom; timeZone: string }

/** The days above the lines. Seen only: every block says its own days. */
export function TimelineHead({ days, zoom, timeZone }: TimelineHeadProps) {
  const t = useTranslations('timeline')
  const locale = useLocale()
  const weekday = new Intl.DateTimeFormat(languageTag(locale), {
    timeZone,
    weekday: zoom === 'weeks' ? 'short' : 'narrow',
  })
  return (
    <div
      aria-hidden="true"
      className="sticky top-0 z-30 grid h-10 border-b bg-sunken text-xs"
      style={{ gridTemplateColumns: `var(--lead) repeat(${days.length}, minmax(0, 1fr))` }}
    >
      <span className="sticky left-0 z-10 flex items-center border-r bg-sunken px-3 font-medium text-muted">
        {t('vehicle')}
      </span>
      {days.map(({ date, startsAt, isToday, isWeekend }) => (
        <span
          key={date}
          className={cn(
            'tabular grid content-center justify-items-center leading-4',
            isWeekend ? 'text-faint' : 'text-muted',
            isToday && 'font-semibold text-ink',
          )}
        >
          <span>{weekday.format(startsAt)}</span>
          <span className={cn(isToday && 'rounded-sm bg-accent px-1 text-accent-ink')}>
            {Number(date.slice(8))}
          </span>
        </span>
      ))}
    </div>
  )
}
