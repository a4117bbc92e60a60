import { z } from 'zod'
import { apiRoute } from '@/lib/core/route'
import { parseInput } from '@/lib/core/validation'
import { convertReservation } from '@/lib/reservations/commands/convert'

/** Makes the contract; answers its id, the same one again when it is repeated. */
export const POST = apiRoute({ permission: 'contracts.create' }, ({ ctx, params }) =>
  convertReservation(ctx, parseInput(z.object({ id: z.uuid() }), params)),
)
