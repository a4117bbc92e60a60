import { z } from 'zod'
import { apiRoute } from '@/lib/core/route'
import { parseInput } from '@/lib/core/validation'
import { confirmReservation } from '@/lib/reservations/commands/hold'

/** Makes an option or an unpaid hold firm. 409 `hold_lapsed` when its vehicle may be gone. */
export const POST = apiRoute({ permission: 'reservations.edit' }, ({ ctx, params }) =>
  confirmReservation(ctx, parseInput(z.object({ id: z.uuid() }), params)),
)
