import { apiRoute } from '@/lib/core/route'
import { getReservation } from '@/lib/reservations/queries/detail'

/** One reservation with its price, payments and the contract it became. */
export const GET = apiRoute({ permission: 'reservations.see' }, ({ ctx, params }) =>
  getReservation(ctx, params.id ?? ''),
)
