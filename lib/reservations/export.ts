import type { CompanyContext } from '@/lib/core/context'
import { type CsvColumn, csvStream } from '@/lib/core/csv-stream'
import { localTimeOf } from '@/lib/core/dates'
import { translatorFor } from '@/lib/core/i18n/messages'
import { labelOf } from '@/lib/core/labels'
import { columnsOf } from '@/lib/core/list'
import { type ReservationColumn, type ReservationRow, reservationList } from '@/lib/reservations/queries/list'
import type { ReservationFilters } from '@/lib/reservations/schema'
import { readBatches } from '@/lib/supabase/lists'

/** The reservations the filters leave, in the columns the list shows; times are those of the company's clock. */
export async function reservationsCsv(ctx: CompanyContext, filters: ReservationFilters) {
  const [t, status] = await Promise.all([
    translatorFor(ctx.locale, 'reservations'),
    translatorFor(ctx.locale, 'ui'),
  ])
  const time = (instant: string) => localTimeOf(new Date(instant), ctx.timeZone).replace('T', ' ')
  const column = (key: string, cell: CsvColumn<ReservationRow>['cell']) => ({ head: t(`csv.${key}`), cell })
  const columns: Record<ReservationColumn, CsvColumn<ReservationRow>[]> = {
    number: [column('number', (row) => row.number)],
    status: [column('status', (row) => status(`status.reservation.${row.status}`))],
    customer: [column('customer', (row) => row.customer.name)],
    vehicle: [
      column('plate', ({ vehicle }) => vehicle.plate),
      column('vehicle', ({ vehicle }) => `${vehicle.make} ${vehicle.model}`),
    ],
    period: [column('starts', (row) => time(row.startsAt)), column('ends', (row) => time(row.endsAt))],
    total: [
      column('total', (row) => (row.totalRappen / 100).toFixed(2)),
      column('currency', (row) => row.currency),
    ],
    category: [column('category', (row) => labelOf(row.categoryNames, ctx.locale))],
    location: [column('location', (row) => row.pickupLocation)],
    source: [column('source', (row) => t(`sources.${row.source}`))],
    tags: [column('tags', (row) => row.tags.join(', '))],
    booked: [column('booked', (row) => time(row.createdAt))],
  }
  const chosen = columnsOf(reservationList, filters.columns).flatMap((key) => columns[key])
  return csvStream(chosen, readBatches(reservationList, ctx, filters))
}
