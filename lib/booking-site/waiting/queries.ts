import { WaitingAnswer, type WaitingEntry } from '@/lib/booking-site/waiting/schema'
import type { SiteContext } from '@/lib/core/context'
import { AppError, fromPostgres } from '@/lib/core/errors'
import { limitRate, RATE_LIMITS } from '@/lib/core/rate-limit'

/**
 * The entry behind a private link; wrong links are counted per address.
 * @throws AppError `not_found` for a wrong or lapsed link · `rate_limited` after too many of them
 */
export async function openWaitingEntry(ctx: SiteContext, token: string, ip: string): Promise<WaitingEntry> {
  const { data, error } = await ctx.db.rpc('waiting_by_token', { p_slug: ctx.company.slug, p_token: token })
  if (error) throw fromPostgres(error)
  if (data !== null) return WaitingAnswer.parse(data)
  await limitRate(RATE_LIMITS.token, ip)
  throw new AppError('not_found')
}
