import { z } from 'zod'
import type { VisitorContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'
import { limitRate, RATE_LIMITS } from '@/lib/core/rate-limit'

const Invitation = z.object({ company: z.string(), email: z.string(), role: z.string() })
export type Invitation = z.infer<typeof Invitation>

/**
 * An open invitation by the token of its link; null when it is wrong, used, withdrawn or too old.
 * @throws AppError `rate_limited`: only wrong tokens count, so that a reload never locks anybody out
 */
export async function getInvitation(ctx: VisitorContext, token: string): Promise<Invitation | null> {
  const { data, error } = await ctx.db.rpc('invitation_by_token', { p_token: token })
  if (error) throw fromPostgres(error)
  if (data !== null) return Invitation.parse(data)
  await limitRate(RATE_LIMITS.token, ctx.ip)
  return null
}

/** Whether a company already lives at this address. */
export async function isSlugTaken(ctx: VisitorContext, slug: string): Promise<boolean> {
  const { data, error } = await ctx.db.rpc('site_company', { p_slug: slug })
  if (error) throw fromPostgres(error)
  return data !== null
}
