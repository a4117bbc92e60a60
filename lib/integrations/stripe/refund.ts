import type Stripe from 'stripe'
import { z } from 'zod'
import { fromPostgres } from '@/lib/core/errors'
import type { OutboxHandler } from '@/lib/core/outbox'
import { actingAs, stripe } from '@/lib/integrations/stripe/client'
import { earlierRefund } from '@/lib/integrations/stripe/earlier-calls'
import type { Db } from '@/lib/supabase/client'

const Payload = z.object({ refund_id: z.uuid() })

const Facts = z.object({
  amount_rappen: z.number().int().positive(),
  status: z.enum(['pending', 'succeeded', 'failed']),
  payment_intent: z.string(),
  stripe_account: z.string(),
  begun_at: z.coerce.date(),
})

/**
 * `stripe.refund`: gives money back. The refund's id is Stripe's idempotency key, and what a try before the last day may
 * have made is looked up, so a repetition gives nothing twice.
 */
export const refundAtStripe: OutboxHandler = async ({ db, companyId, now }, job) => {
  const { refund_id: refundId } = Payload.parse(job.payload)
  const { data, error } = await db.rpc('refund_facts', { p_company_id: companyId, p_refund_id: refundId })
  if (error) throw fromPostgres(error)
  const facts = Facts.parse(data)
  if (facts.status === 'succeeded') return
  const { payment_intent: intent, stripe_account: account, begun_at: begunAt } = facts
  const before = await earlierRefund({ intent, account, begunAt, now: now() }, refundId)
  await recordRefund(
    db,
    { companyId, refundId },
    before ??
      (await stripe().refunds.create(
        {
          payment_intent: intent,
          amount: facts.amount_rappen,
          metadata: { company_id: companyId, refund_id: refundId },
        },
        { idempotencyKey: `refund:${refundId}`, ...actingAs(account) },
      )),
  )
}

/** Where a refund stands, in our words. */
export function statusOf(refund: Stripe.Refund): 'pending' | 'succeeded' | 'failed' {
  if (refund.status === 'succeeded') return 'succeeded'
  return refund.status === 'failed' || refund.status === 'canceled' ? 'failed' : 'pending'
}

/** Notes what Stripe says of a refund of ours. */
export async function recordRefund(
  db: Db,
  { companyId, refundId }: { companyId: string; refundId: string },
  refund: Stripe.Refund,
): Promise<void> {
  const { error } = await db.rpc('complete_refund', {
    p_company_id: companyId,
    p_refund_id: refundId,
    p_provider_ref: refund.id,
    p_status: statusOf(refund),
  })
  if (error) throw fromPostgres(error)
}
