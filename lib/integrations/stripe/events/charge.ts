import type { EventOutcome } from '@/lib/core/inbox'
import { actingAs, stripe } from '@/lib/integrations/stripe/client'
import { convergeOnRefund } from '@/lib/integrations/stripe/refunded'
import { convergeOnIntent } from '@/lib/integrations/stripe/settle'
import type { Db } from '@/lib/supabase/client'

/** `charge.*`: what counts is the payment intent behind the charge, and every refund of it. */
export async function onCharge(db: Db, chargeId: string, account: string | null): Promise<EventOutcome> {
  const charge = await stripe().charges.retrieve(chargeId, { expand: ['payment_intent'] }, actingAs(account))
  const intent = charge.payment_intent
  if (!intent || typeof intent === 'string') return { status: 'ignored', reason: 'not_ours' }
  let outcome = await convergeOnIntent(db, intent, { account, sessionId: null })
  if (!charge.amount_refunded || outcome.status !== 'processed') return outcome
  const { data: refunds } = await stripe().refunds.list({ charge: charge.id, limit: 100 }, actingAs(account))
  // In the order they were made, so that parts add up the same way every time.
  for (const refund of refunds.toReversed()) {
    outcome = await convergeOnRefund(db, refund, intent, account)
    if (outcome.status === 'quarantined') return outcome
  }
  return outcome
}
