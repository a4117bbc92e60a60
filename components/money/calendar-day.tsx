import { useLocale } from 'next-intl'
import { formatDate } from '@/lib/core/dates'

/** A calendar day, which belongs to no zone: `Sa, 21. Nov. 2026`. */
export function CalendarDay({ day, className }: { day: string; className?: string }) {
  const locale = useLocale()
  return (
    <time dateTime={day} className={className}>
      {formatDate(new Date(`${day}T12:00:00Z`), { timeZone: 'UTC', locale })}
    </time>
  )
}
