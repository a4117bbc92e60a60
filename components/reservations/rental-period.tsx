import { useLocale, useNow } from 'next-intl'
import { formatTime } from '@/lib/core/dates'
import { languageTag } from '@/lib/core/language-tag'

type RentalPeriodProps = { startsAt: string; endsAt: string; timeZone: string }

/** From when to when, on the company's clock, as short as it can be: the year only where it is not this one. */
export function RentalPeriod({ startsAt, endsAt, timeZone }: RentalPeriodProps) {
  return (
    <span className="whitespace-nowrap">
      <ShortTime instant={startsAt} timeZone={timeZone} />
      <span className="text-faint"> – </span>
      <ShortTime instant={endsAt} timeZone={timeZone} />
    </span>
  )
}

/** Day over hour, for a narrow column. */
export function StackedTime({ instant, timeZone }: { instant: string; timeZone: string }) {
  const day = useDayFormat(instant, timeZone)
  const at = new Date(instant)
  return (
    <time dateTime={at.toISOString()} className="tabular grid min-w-[6.25rem] whitespace-nowrap">
      <span>{day(at, {})}</span>
      <span className="text-muted text-xs">{formatTime(at, timeZone)}</span>
    </time>
  )
}

/** `Sa, 19. Dez., 15:00`. */
function ShortTime({ instant, timeZone }: { instant: string; timeZone: string }) {
  const day = useDayFormat(instant, timeZone)
  const at = new Date(instant)
  return (
    <time dateTime={at.toISOString()} className="tabular">
      {day(at, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })}
    </time>
  )
}

function useDayFormat(instant: string, timeZone: string) {
  const locale = useLocale()
  const isThisYear = new Date(instant).getUTCFullYear() === useNow().getUTCFullYear()
  return (at: Date, time: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(languageTag(locale), {
      timeZone,
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      ...time,
      ...(!isThisYear && { year: '2-digit' }),
    })
      .format(at)
      .replace(/^(\p{L}{2})\., /u, '$1, ')
}
