import { useLocale } from 'next-intl'
import { cn } from '@/components/ui/cn'
import { formatDate, formatDateTime, formatTime } from '@/lib/core/dates'

type DateTimeProps = {
  instant: Date | string
  /** The company's, so that everybody there reads the same clock. */
  timeZone: string
  show?: 'dateTime' | 'date' | 'time'
  className?: string
}

/** An instant on the company's clock: `Sa, 21. Nov. 2026, 14:30`. */
export function DateTime({ instant, timeZone, show = 'dateTime', className }: DateTimeProps) {
  const locale = useLocale()
  const at = new Date(instant)
  const text = {
    dateTime: () => formatDateTime(at, { timeZone, locale }),
    date: () => formatDate(at, { timeZone, locale }),
    time: () => formatTime(at, timeZone),
  }[show]()
  return (
    <time dateTime={at.toISOString()} className={cn('tabular whitespace-nowrap', className)}>
      {text}
    </time>
  )
}
