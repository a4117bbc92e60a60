import { z } from 'zod'
import type { ServiceContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'
import type { OutboxHandler } from '@/lib/core/outbox'
import { actingAs, stripe } from '@/lib/integrations/stripe/client'
import { movementFacts, payoutFacts } from '@/lib/integrations/stripe/transform'

const Facts = z.object({ stripe_account: z.string(), since: z.coerce.date() })

/** A year of a large company comes in some calls; more than this at once is for the next night. */
const MOST = 10_000

/** `stripe.reconcile`: fetches what moved on the company's balance at Stripe and has it held against the books. */
export const reconcileStripe: OutboxHandler = async (ctx) => {
  const { data, error } = await ctx.db.rpc('reconciliation_facts', { p_company_id: ctx.companyId })
  if (error) throw fromPostgres(error)
  const { stripe_account, since } = Facts.parse(data)
  const account = actingAs(stripe_account)
  const created = { gte: Math.floor(since.getTime() / 1_000) }
  const payouts = await stripe()
    .payouts.list({ created, limit: 100 }, account)
    .autoPagingToArray({ limit: MOST })
  for (const payout of payouts) await recordPayout(ctx, payoutFacts(payout))
  const movements = await stripe()
    .balanceTransactions.list({ created, limit: 100 }, account)
    .autoPagingToArray({ limit: MOST })
  const { data: open, error: failure } = await ctx.db.rpc('reconcile_stripe', {
    p_company_id: ctx.companyId,
    p_movements: movements.map(movementFacts),
    p_since: since.toISOString(),
    p_now: ctx.now().toISOString(),
  })
  if (failure) throw fromPostgres(failure)
  ctx.log.info({ event: 'stripe.reconciled', movements: movements.length, open })
}

async function recordPayout(ctx: ServiceContext, payout: ReturnType<typeof payoutFacts>): Promise<void> {
  const { error } = await ctx.db.rpc('record_payout', { p_company_id: ctx.companyId, p_payout: payout })
  if (error) throw fromPostgres(error)
}
