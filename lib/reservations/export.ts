import type { CompanyContext } from '@/lib/core/context'
import { toCsv } from '@/lib/core/csv'
import { localTimeOf } from '@/lib/core/dates'
import { translatorFor } from '@/lib/core/i18n/messages'
import { listAllReservations } from '@/lib/reservations/queries/list'
import type { ReservationFilters } from '@/lib/reservations/schema'

const COLUMNS = [
  ...['number', 'status', 'source', 'customer', 'plate', 'vehicle', 'starts', 'ends', 'booked', 'total'],
  'currency',
]

/** The reservations as CSV; times are those of the company's clock. */
export async function reservationsCsv(ctx: CompanyContext, filters: ReservationFilters): Promise<string> {
  const [rows, t, status] = await Promise.all([
    listAllReservations(ctx, filters),
    translatorFor(ctx.locale, 'reservations'),
    translatorFor(ctx.locale, 'ui'),
  ])
  const time = (instant: string) => localTimeOf(new Date(instant), ctx.timeZone).replace('T', ' ')
  return toCsv(
    COLUMNS.map((column) => t(`csv.${column}`)),
    rows.map((row) => [
      row.number,
      status(`status.reservation.${row.status}`),
      t(`sources.${row.source}`),
      row.customer.name,
      row.vehicle.plate,
      `${row.vehicle.make} ${row.vehicle.model}`,
      time(row.startsAt),
      time(row.endsAt),
      time(row.createdAt),
      (row.totalRappen / 100).toFixed(2),
      row.currency,
    ]),
  )
}
