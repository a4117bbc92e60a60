import { useTranslations } from 'next-intl'
import { RowLink } from '@/components/dashboard/row-link'
import { RentalPeriod, StackedTime } from '@/components/reservations/rental-period'
import { ReservationBadge } from '@/components/reservations/reservation-badge'
import { Badge } from '@/components/ui/badge'
import { DateTime } from '@/components/ui/date-time'
import { Money } from '@/components/ui/money'
import { Table, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import type { ReservationRow } from '@/lib/reservations/queries/list'

type ReservationTableProps = { reservations: ReservationRow[]; timeZone: string }

/** Reservations, one a row; on a phone the row keeps who, what and when. */
export function ReservationTable({ reservations, timeZone }: ReservationTableProps) {
  const t = useTranslations('reservations')
  return (
    <Table caption={t('title')}>
      <TableHead>
        <TableHeader>{t('columns.number')}</TableHeader>
        <TableHeader className="max-sm:hidden">{t('columns.status')}</TableHeader>
        <TableHeader>{t('columns.customer')}</TableHeader>
        <TableHeader className="max-md:hidden">{t('columns.vehicle')}</TableHeader>
        <TableHeader>
          <span className="max-sm:hidden">{t('columns.period')}</span>
          <span className="sm:hidden">{t('detail.pickup')}</span>
        </TableHeader>
        <TableHeader className="max-2xl:hidden">{t('columns.source')}</TableHeader>
        <TableHeader className="max-xl:hidden">{t('columns.booked')}</TableHeader>
        <TableHeader numeric className="max-lg:hidden">
          {t('columns.total')}
        </TableHeader>
      </TableHead>
      <tbody>
        {reservations.map((reservation) => (
          <ReservationTableRow key={reservation.id} reservation={reservation} timeZone={timeZone} />
        ))}
      </tbody>
    </Table>
  )
}

function ReservationTableRow({ reservation, timeZone }: { reservation: ReservationRow; timeZone: string }) {
  const t = useTranslations('reservations')
  const { customer, vehicle } = reservation
  return (
    <TableRow className="relative">
      <TableCell>
        <RowLink href={`/dashboard/reservations/${reservation.id}`}>{reservation.number}</RowLink>
        <span className="mt-0.5 block sm:hidden">
          <ReservationBadge status={reservation.status} />
        </span>
      </TableCell>
      <TableCell className="max-sm:hidden">
        <ReservationBadge status={reservation.status} />
      </TableCell>
      <TableCell className="max-w-56 max-sm:max-w-32">
        {customer.name}{' '}
        {customer.isBlocked && <Badge className="ml-1 text-overdue-text">{t('blocked')}</Badge>}
        <span className="tabular block text-muted text-xs md:hidden">{vehicle.plate}</span>
      </TableCell>
      <TableCell className="max-w-64 max-md:hidden">
        <span className="tabular">{vehicle.plate}</span>{' '}
        <span className="text-muted">
          {vehicle.make} {vehicle.model}
        </span>
      </TableCell>
      <TableCell className="max-w-none max-sm:hidden">
        <RentalPeriod startsAt={reservation.startsAt} endsAt={reservation.endsAt} timeZone={timeZone} />
      </TableCell>
      <TableCell className="sm:hidden">
        <StackedTime instant={reservation.startsAt} timeZone={timeZone} />
      </TableCell>
      <TableCell className="text-muted max-2xl:hidden">{t(`sources.${reservation.source}`)}</TableCell>
      <TableCell className="text-muted max-xl:hidden">
        <DateTime instant={reservation.createdAt} timeZone={timeZone} show="date" />
      </TableCell>
      <TableCell numeric className="max-lg:hidden">
        <Money amountRappen={reservation.totalRappen} bare />
      </TableCell>
    </TableRow>
  )
}
