import { z } from 'zod'
import { invalidate } from '@/lib/core/cache'
import type { SiteContext } from '@/lib/core/context'
import { AppError, fromPostgres } from '@/lib/core/errors'

const Names = z.record(z.string(), z.string())

const Kind = z.enum(['extra', 'category'])

const Offer = z
  .object({
    kind: Kind,
    id: z.string(),
    names: Names,
    example: z.string().optional(),
    prices_rappen: z.array(z.number().int()),
    security_deposit_rappen: z.object({ before: z.number().int(), after: z.number().int() }).optional(),
    left: z.number().int().nullable(),
    needs_approval: z.boolean(),
  })
  .transform(({ prices_rappen, security_deposit_rappen, needs_approval, ...row }) => ({
    ...row,
    /** What one piece adds to the price of the whole rental, what two add, and so on. */
    pricesRappen: prices_rappen,
    /** With another category: what is held at the pickup now, and would be. */
    securityDeposit: security_deposit_rappen,
    needsApproval: needs_approval,
  }))

const Asked = z
  .object({
    kind: Kind,
    id: z.string(),
    names: Names,
    quantity: z.number().int(),
    amount_rappen: z.number().int(),
    status: z.enum(['asked', 'declined']),
  })
  .transform(({ amount_rappen, ...row }) => ({ ...row, amountRappen: amount_rappen }))

const Answer = z.object({ offers: z.array(Offer), asked: z.array(Asked) })

/** What can still be added to a booking or be had in its place, and what became of what was asked for; `left` is null where nothing is counted. */
export type Upsells = z.infer<typeof Answer>

/** What a customer chose of it. */
export const UpsellChoice = z.object({
  offerId: z.uuid(),
  quantity: z.coerce.number().int().min(1).max(20),
  expectedRappen: z.number().int().min(0),
  idempotencyKey: z.uuid(),
})
export type UpsellChoice = z.infer<typeof UpsellChoice>

/**
 * What the portal of a link offers; showing it is noted, for the company's report.
 * @throws AppError `not_found` for a wrong, lapsed or revoked token
 */
export async function offerUpsells(ctx: SiteContext, token: string): Promise<Upsells> {
  const { data, error } = await ctx.db.rpc('upsells_by_token', { p_slug: ctx.company.slug, p_token: token })
  if (error) throw fromPostgres(error)
  if (data === null) throw new AppError('not_found')
  return Answer.parse(data)
}

/**
 * Adds what was offered to the booking, or asks the desk for it. Safe to repeat with the same key.
 * @throws AppError `link_expired` · `change_not_allowed` · `price_changed` · `extra_not_available` · `not_available` · `not_found`
 */
export async function takeUpsell(
  ctx: SiteContext,
  token: string,
  choice: UpsellChoice,
): Promise<'taken' | 'asked'> {
  const { data, error } = await ctx.db.rpc('take_upsell_by_token', {
    p_slug: ctx.company.slug,
    p_token: token,
    p_offer_id: choice.offerId,
    p_quantity: choice.quantity,
    p_expected_rappen: choice.expectedRappen,
    p_idempotency_key: choice.idempotencyKey,
  })
  if (error) throw fromPostgres(error)
  await invalidate(ctx.companyId, 'reservations')
  ctx.log.info({ event: 'booking.upsell', outcome: data })
  return z.enum(['taken', 'asked']).parse(data)
}
