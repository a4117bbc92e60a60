import { useLocale, useTranslations } from 'next-intl'
import { groupedHours, readOpeningHours } from '@/lib/booking-site/opening-hours'
import { addLocalDays } from '@/lib/booking-site/suggestions'
import { formatDay } from '@/lib/core/dates'
import type { SiteCompany } from '@/lib/core/site-company'

/** How many days ahead holidays are told. */
const SOON = 30

type LocationCardProps = {
  location: SiteCompany['locations'][number]
  /** The company's day, `2026-12-01`. */
  today: string
  pin?: number | undefined
}

/** A branch: where it is and when somebody is there, the next holidays included; `pin` is its number on the map. */
export function LocationCard({ location, today, pin }: LocationCardProps) {
  const days = useTranslations('booking-site.days')
  const nav = useTranslations('booking-site.nav')
  const street = [location.street, location.houseNumber].filter(Boolean).join(' ')
  const town = [location.postalCode, location.town].filter(Boolean).join(' ')
  const address = [street, town].filter(Boolean).join(', ')
  const locale = useLocale()
  const last = addLocalDays(today, SOON)
  const soon = location.holidays.filter(({ day }) => day >= today && day <= last)
  const groups = groupedHours(readOpeningHours(location.openingHours) ?? {})
  return (
    <section className="grid content-start gap-2 rounded-lg border bg-surface p-4">
      <h3 className="flex items-center gap-2 font-semibold text-lg">
        {pin !== undefined && (
          <span className="tabular grid size-6 shrink-0 place-items-center rounded-full bg-accent text-accent-ink text-sm">
            {pin}
          </span>
        )}
        <span className="min-w-0 break-words">{location.name}</span>
      </h3>
      <address className="text-muted not-italic">{address}</address>
      {address && (
        <a
          href={mapAddress(location, address)}
          target="_blank"
          rel="noreferrer"
          className="inline-flex min-h-11 w-fit items-center gap-1.5 text-accent-text text-sm underline decoration-line-strong underline-offset-4"
        >
          <span className="icon icon-map-pin size-4" />
          {nav('map')}
          <span className="sr-only">{location.name}</span>
        </a>
      )}
      <dl className="tabular mt-1 grid gap-1 text-sm">
        {groups.map(({ first, last: until, hours }) => (
          <div key={first} className="flex justify-between gap-4">
            <dt className="text-muted">{first === until ? days(first) : `${days(first)}–${days(until)}`}</dt>
            <dd>{hours.join('–')}</dd>
          </div>
        ))}
        {soon.map(({ day, name }) => (
          <div key={day} className="flex justify-between gap-4">
            <dt className="min-w-0 break-words text-muted">
              {formatDay(day, locale)}, {name}
            </dt>
            <dd>{days('closed')}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** The place on a map that anybody may open: its point where it is known, else what its address finds there. */
function mapAddress({ latitude, longitude }: LocationCardProps['location'], address: string): string {
  if (latitude === null || longitude === null)
    return `https://www.openstreetmap.org/search?query=${encodeURIComponent(address)}`
  return `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=17/${latitude}/${longitude}`
}
