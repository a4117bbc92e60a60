import { z } from 'zod'

const HOUR = 3_600_000

/** What the database answers when a customer begins to pay or to confirm on Stripe's page; amounts in rappen. */
export const begunCheckout = {
  amount_rappen: z.number(),
  currency: z.string(),
  number: z.string(),
  email: z.string().nullable(),
  begun_at: z.coerce.date(),
}

/** Until when Stripe's page is open. Follows from its beginning alone: asking Stripe again must be the same request. */
export function checkoutEnd(begunAt: Date): Date {
  return new Date(begunAt.getTime() + 23 * HOUR)
}
