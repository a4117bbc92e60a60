import { z } from 'zod'
import { apiRoute } from '@/lib/core/route'
import { parseInput } from '@/lib/core/validation'
import { markNoShow } from '@/lib/reservations/commands/end'

/** Notes that the customer did not come. */
export const POST = apiRoute({ permission: 'reservations.edit' }, ({ ctx, params }) =>
  markNoShow(ctx, parseInput(z.object({ id: z.uuid() }), params)),
)
