import { apiRoute } from '@/lib/core/route'
import { parseInput } from '@/lib/core/validation'
import { extendHold } from '@/lib/reservations/commands/hold'
import { HoldExtension } from '@/lib/reservations/schema'

/** Holds an option for `{ "hours": 24 }` from now. */
export const POST = apiRoute(
  { body: HoldExtension.omit({ id: true }), permission: 'reservations.edit' },
  ({ ctx, body, params }) => extendHold(ctx, parseInput(HoldExtension, { ...body, id: params.id })),
)
