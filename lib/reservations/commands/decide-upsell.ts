import { z } from 'zod'
import { invalidate } from '@/lib/core/cache'
import type { CompanyContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'

/** Yes or no to an extra a customer asked for. */
export const UpsellDecision = z.object({ id: z.uuid(), accepts: z.boolean() })

/**
 * Adds the extra at the price the customer saw, or declines it. Saying the same twice is saying it once.
 * @throws AppError `not_found` · `invalid_transition` · `price_changed` · `extra_not_available`
 */
export async function decideUpsell(
  ctx: CompanyContext,
  { id, accepts }: z.infer<typeof UpsellDecision>,
): Promise<void> {
  const { error } = await ctx.db.rpc('decide_upsell', { p_upsell_id: id, p_accepts: accepts })
  if (error) throw fromPostgres(error)
  await invalidate(ctx.companyId, 'reservations')
  ctx.log.info({ event: 'reservation.upsell_decided', upsellId: id, accepts })
}
