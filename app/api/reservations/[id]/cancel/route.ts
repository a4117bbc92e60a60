import { z } from 'zod'
import { apiRoute } from '@/lib/core/route'
import { parseInput } from '@/lib/core/validation'
import { cancelReservation } from '@/lib/reservations/commands/end'
import { Cancellation } from '@/lib/reservations/schema'

/** Cancels; with `{ "refundDeposit": true }` what was paid goes back, too. */
export const POST = apiRoute(
  { body: z.object({ refundDeposit: z.boolean().optional() }), permission: 'reservations.edit' },
  ({ ctx, body, params }) => cancelReservation(ctx, parseInput(Cancellation, { ...body, id: params.id })),
)
