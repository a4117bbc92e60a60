import { useLocale, useNow } from 'next-intl'
import { languageTag } from '@/lib/core/dates'

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

/** `Sa, 19. Dez., 15:00`. */
function ShortTime({ instant, timeZone }: { instant: string; timeZone: string }) {
  const locale = useLocale()
  const at = new Date(instant)
  const isThisYear = at.getUTCFullYear() === useNow().getUTCFullYear()
  const text = new Intl.DateTimeFormat(languageTag(locale), {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...(!isThisYear && { year: '2-digit' }),
  }).format(at)
  return (
    <time dateTime={at.toISOString()} className="tabular">
      {text.replace(/^(\p{L}{2})\., /u, '$1, ')}
    </time>
  )
}
