import { apiRoute } from '@/lib/core/route'
import { NewAnswer, writeToCustomer } from '@/lib/messages/conversation'

/** Writes to a customer on a channel that is open; the Idempotency-Key makes a repetition one message. */
export const POST = apiRoute(
  {
    body: NewAnswer.omit({ idempotencyKey: true }),
    permission: 'reservations.edit',
    idempotent: true,
    status: 201,
  },
  ({ ctx, body, idempotencyKey }) => writeToCustomer(ctx, { ...body, idempotencyKey }),
)
