import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { cellsOf, type ListRow } from '@/components/lists/list-row'
import { TagList } from '@/components/lists/tag-list'
import { RentalPeriod, StackedTime } from '@/components/reservations/rental-period'
import { ReservationBadge } from '@/components/reservations/reservation-badge'
import { Badge } from '@/components/ui/badge'
import { DateTime } from '@/components/ui/date-time'
import { Money } from '@/components/ui/money'
import { labelOf } from '@/lib/core/labels'
import type { ReservationColumn, ReservationRow } from '@/lib/reservations/queries/list'

/** Reservations as rows of the list. */
export function reservationRows(
  reservations: ReservationRow[],
  columns: ReservationColumn[],
  { timeZone, totalLabel }: { timeZone: string; totalLabel: string },
): ListRow[] {
  return reservations.map((reservation) => ({
    id: reservation.id,
    name: `${reservation.number}, ${reservation.customer.name}`,
    href: `/dashboard/reservations/${reservation.id}`,
    cells: cellsOf(columns, (column) => cells[column](reservation, timeZone)),
    card: {
      title: reservation.customer.name,
      detail: (
        <>
          {reservation.vehicle.plate}, <span className="whitespace-nowrap">{reservation.number}</span>
        </>
      ),
      lead: <StackedTime instant={reservation.startsAt} timeZone={timeZone} />,
      aside: <ReservationBadge status={reservation.status} />,
    },
    sums: { [totalLabel]: reservation.totalRappen },
  }))
}

const cells: Record<ReservationColumn, (row: ReservationRow, timeZone: string) => ReactNode> = {
  number: (row) => row.number,
  status: (row) => <ReservationBadge status={row.status} />,
  customer: (row) => <Customer customer={row.customer} />,
  vehicle: ({ vehicle }) => (
    <span className="block max-w-60 truncate 2xl:max-w-none" title={`${vehicle.make} ${vehicle.model}`}>
      {vehicle.plate}{' '}
      <span className="text-muted">
        {vehicle.make} {vehicle.model}
      </span>
    </span>
  ),
  period: (row, timeZone) => <RentalPeriod startsAt={row.startsAt} endsAt={row.endsAt} timeZone={timeZone} />,
  total: (row) => <Money amountRappen={row.totalRappen} bare />,
  category: (row) => <CategoryName names={row.categoryNames} />,
  location: (row) => row.pickupLocation,
  source: (row) => <Source source={row.source} />,
  tags: (row) => <TagList tags={row.tags} />,
  booked: (row, timeZone) => <DateTime instant={row.createdAt} timeZone={timeZone} show="date" />,
}

function Customer({ customer }: Pick<ReservationRow, 'customer'>) {
  const t = useTranslations('reservations')
  return (
    <>
      {customer.name} {customer.isBlocked && <Badge className="ml-1 text-overdue-text">{t('blocked')}</Badge>}
    </>
  )
}

function CategoryName({ names }: { names: Record<string, string> }) {
  return labelOf(names, useLocale())
}

function Source({ source }: Pick<ReservationRow, 'source'>) {
  return useTranslations('reservations.sources')(source)
}
