import { csvFile } from '@/app/api/csv-file'
import { apiRoute } from '@/lib/core/route'
import { reservationsCsv } from '@/lib/reservations/export'
import { ReservationFilters } from '@/lib/reservations/schema'

/** Reservations as CSV, narrowed as the list is. */
export const GET = apiRoute(
  { query: ReservationFilters, permission: 'data.export' },
  async ({ ctx, query }) => csvFile('reservations', await reservationsCsv(ctx, query)),
)

/** The same for rows that are named one by one: a selection. */
export const POST = apiRoute({ body: ReservationFilters, permission: 'data.export' }, async ({ ctx, body }) =>
  csvFile('reservations', await reservationsCsv(ctx, body)),
)
