import { useLocale } from 'next-intl'
import { formatDate } from '@/lib/core/dates'

/** A calendar day as it stands on a paper: the same in every time zone. */
export function LocalDate({ day, className }: { day: string; className?: string }) {
  const locale = useLocale()
  const text = formatDate(new Date(`${day}T12:00:00Z`), { timeZone: 'UTC', locale })
  return (
    <time dateTime={day} className={`tabular whitespace-nowrap ${className ?? ''}`}>
      {text}
    </time>
  )
}
