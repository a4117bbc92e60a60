import { useTranslations } from 'next-intl'
import { RowLink } from '@/components/dashboard/row-link'
import { RentalPeriod } from '@/components/reservations/rental-period'
import { ReservationBadge } from '@/components/reservations/reservation-badge'
import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/text-link'
import type { ReservationRow } from '@/lib/reservations/queries/list'

type UpcomingReservationsProps = {
  title: string
  empty: string
  reservations: ReservationRow[]
  timeZone: string
  allHref: string
  /** What the page around it does not say already. */
  show: 'customer' | 'vehicle'
}

/** The reservations of a vehicle or customer that still come. */
export function UpcomingReservations({
  title,
  empty,
  reservations,
  timeZone,
  allHref,
  show,
}: UpcomingReservationsProps) {
  const t = useTranslations('fleet.detail')
  return (
    <Card
      title={title}
      flush
      actions={
        <TextLink href={allHref} className="text-sm">
          {t('allReservations')}
        </TextLink>
      }
    >
      {reservations.length === 0 ? (
        <p className="p-4 text-muted text-sm">{empty}</p>
      ) : (
        <ul className="divide-y text-sm">
          {reservations.map(({ id, number, status, startsAt, endsAt, customer, vehicle }) => (
            <li
              key={id}
              className="relative flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2.5 hover:bg-sunken"
            >
              <RowLink href={`/dashboard/reservations/${id}`} className="tabular w-28">
                {number}
              </RowLink>
              <span className="min-w-0 flex-1 truncate">
                {show === 'customer' ? customer.name : `${vehicle.plate}, ${vehicle.make} ${vehicle.model}`}
              </span>
              <RentalPeriod startsAt={startsAt} endsAt={endsAt} timeZone={timeZone} />
              <ReservationBadge status={status} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
