import { z } from 'zod'
import { invalidate } from '@/lib/core/cache'
import type { SiteContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'
import { PriceAnswer } from '@/lib/core/price'

/** What a customer wants different of their booking. */
export type BookingChange = {
  startsAt: Date
  endsAt: Date
  extras: { extraId: string; quantity: number }[]
}

const Answer = z
  .object({
    before_rappen: z.number().int(),
    after_rappen: z.number().int(),
    paid_rappen: z.number().int(),
    due_rappen: z.number().int(),
    refund_rappen: z.number().int(),
    currency: z.string(),
    price: PriceAnswer,
    available: z.boolean(),
    allowed: z.boolean(),
    extras_left: z.record(z.string(), z.number()),
  })
  .transform((row) => ({
    beforeRappen: row.before_rappen,
    afterRappen: row.after_rappen,
    paidRappen: row.paid_rappen,
    dueRappen: row.due_rappen,
    refundRappen: row.refund_rappen,
    currency: row.currency,
    price: row.price,
    isAvailable: row.available,
    isAllowed: row.allowed,
    /** Of extras there are only so many of: how many are left for the new period, by id. */
    extrasLeft: row.extras_left,
  }))

/** What a change of a booking means in money, and whether it can be made. */
export type BookingChangePlan = z.infer<typeof Answer>

/**
 * What a change would mean; nothing is changed.
 * @throws AppError `link_expired` · `change_not_allowed` · `extra_not_available` · `time_step` · `period_in_past` · `invalid_period`
 */
export function planBookingChange(
  ctx: SiteContext,
  token: string,
  change: BookingChange,
): Promise<BookingChangePlan> {
  return callChange(ctx, token, change, { p_dry_run: true })
}

/**
 * Changes the customer's own booking at the total they saw. Safe to repeat with the same key.
 * @throws AppError `not_available` · `price_changed`, and as planBookingChange
 */
export async function changeBooking(
  ctx: SiteContext,
  token: string,
  change: BookingChange,
  { expectedTotalRappen, idempotencyKey }: { expectedTotalRappen: number; idempotencyKey: string },
): Promise<void> {
  await callChange(ctx, token, change, {
    p_dry_run: false,
    p_expected_total_rappen: expectedTotalRappen,
    p_idempotency_key: idempotencyKey,
  })
  await invalidate(ctx.companyId, 'reservations')
  ctx.log.info({ event: 'booking.changed_by_customer' })
}

async function callChange(
  ctx: SiteContext,
  token: string,
  { startsAt, endsAt, extras }: BookingChange,
  how: { p_dry_run: boolean; p_expected_total_rappen?: number; p_idempotency_key?: string },
): Promise<BookingChangePlan> {
  const { data, error } = await ctx.db.rpc('change_by_token', {
    p_slug: ctx.company.slug,
    p_token: token,
    p_change: {
      starts_at: startsAt.toISOString(),
      ends_at: endsAt.toISOString(),
      extras: extras.map(({ extraId, quantity }) => ({ extra_id: extraId, quantity })),
    },
    ...how,
  })
  if (error) throw fromPostgres(error)
  return Answer.parse(data)
}
