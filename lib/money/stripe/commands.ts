import { invalidate } from '@/lib/core/cache'
import type { CompanyContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'
import type { SettledFinding } from '@/lib/money/stripe/schema'

/** Settles a contradiction by hand, with a note. @throws AppError `not_found` */
export async function settleFinding(ctx: CompanyContext, { findingId, note }: SettledFinding): Promise<void> {
  const { error } = await ctx.db.rpc('settle_stripe_finding', { p_finding_id: findingId, p_note: note })
  if (error) throw fromPostgres(error)
  await invalidate(ctx.companyId, 'money')
  ctx.log.info({ event: 'stripe_finding.settled', findingId })
}
