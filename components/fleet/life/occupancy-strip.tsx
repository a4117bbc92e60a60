import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { cn } from '@/components/ui/cn'
import { type State, stateStyle } from '@/components/ui/state'
import { formatDate, formatDateTime, startOfLocalDay } from '@/lib/core/dates'
import type { Occupation } from '@/lib/fleet/queries/vehicle-life'

/** How far the strip looks ahead. */
export const STRIP_DAYS = 30
const DAY_MS = 24 * 60 * 60 * 1_000

const STATES: Record<string, State> = {
  contract: 'active',
  reservation: 'confirmed',
  maintenance: 'maintenance',
  cleaning: 'cleaning',
}

type OccupancyStripProps = { calendar: Occupation[]; today: Date; timeZone: string }

/** The next thirty days of a vehicle on one line: what occupies it, and where it is free. */
export function OccupancyStrip({ calendar, today, timeZone }: OccupancyStripProps) {
  const t = useTranslations('fleet.life')
  const kinds = useTranslations('fleet.maintenance.way.kinds')
  const locale = useLocale()
  const start = startOfLocalDay(today, timeZone).getTime()
  const span = STRIP_DAYS * DAY_MS
  const place = (instant: string) => Math.min(100, Math.max(0, ((Date.parse(instant) - start) / span) * 100))
  const shown = calendar.filter(({ startsAt }) => Date.parse(startsAt) < start + span)
  return (
    <div className="grid gap-1.5">
      <ul aria-label={t('strip')} className="relative h-8 overflow-hidden rounded border bg-sunken">
        {shown.map(({ kind, number, customer, startsAt, endsAt, href }) => {
          const what = number ? `${number}, ${customer}` : kinds(kind)
          const when = [startsAt, endsAt].map((at) => formatDateTime(new Date(at), { timeZone, locale }))
          const label = `${what}: ${when.join(' – ')}`
          const style = { left: `${place(startsAt)}%`, width: `${place(endsAt) - place(startsAt)}%` }
          const look = cn(
            'absolute inset-y-1 min-w-1 rounded-sm border',
            stateStyle[STATES[kind] ?? 'pending'].bar,
          )
          return (
            <li key={`${kind}-${startsAt}`}>
              {href ? (
                <Link href={href} aria-label={label} title={label} className={look} style={style} />
              ) : (
                <span role="img" aria-label={label} title={label} className={look} style={style} />
              )}
            </li>
          )
        })}
      </ul>
      <p className="flex justify-between text-muted text-xs">
        {[0, 10, 20, 30].map((days) => (
          <span key={days} className="tabular">
            {days === 0 ? t('today') : shortDay(new Date(start + days * DAY_MS), timeZone, locale)}
          </span>
        ))}
      </p>
      {shown.length === 0 && <p className="text-muted text-sm">{t('free', { days: STRIP_DAYS })}</p>}
    </div>
  )
}

/** `8. Dez.`: the year and the weekday are clear from where it stands. */
function shortDay(day: Date, timeZone: string, locale: string): string {
  return formatDate(day, { timeZone, locale }).replace(/^[^,]+, | \d{4}$/g, '')
}
