import { apiRoute } from '@/lib/core/route'
import { createReservation } from '@/lib/reservations/commands/create'
import { listReservations } from '@/lib/reservations/queries/list'
import { NewReservation, ReservationFilters } from '@/lib/reservations/schema'

/** Reservations, a page at a time: `?q=&status=&period=&customer=&vehicle=&after=`. */
export const GET = apiRoute({ query: ReservationFilters, permission: 'reservations.see' }, ({ ctx, query }) =>
  listReservations(ctx, query),
)

/** Reserves; safe to repeat with the same `Idempotency-Key`. 409 `not_available` names up to three alternatives. */
export const POST = apiRoute(
  { body: NewReservation, permission: 'reservations.create', recent: true, status: 201, idempotent: true },
  ({ ctx, body, idempotencyKey }) => createReservation(ctx, body, idempotencyKey),
)
