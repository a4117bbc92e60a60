import { apiRoute } from '@/lib/core/route'
import { parseInput } from '@/lib/core/validation'
import { cancelReservation } from '@/lib/reservations/commands/end'
import { Cancellation } from '@/lib/reservations/schema'

/** Cancels and gives back what was agreed; with `{ "refundRappen": 0 }` another amount, for those who may refund. */
export const POST = apiRoute(
  { body: Cancellation.omit({ id: true }), permission: 'reservations.edit' },
  ({ ctx, body, params }) => cancelReservation(ctx, parseInput(Cancellation, { ...body, id: params.id })),
)
