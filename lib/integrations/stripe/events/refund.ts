import type { EventOutcome } from '@/lib/core/inbox'
import { actingAs, stripe } from '@/lib/integrations/stripe/client'
import { convergeOnRefund } from '@/lib/integrations/stripe/refunded'
import type { Db } from '@/lib/supabase/client'

/** `refund.*`: a refund went through or bounced, perhaps days after it was accepted. */
export async function onRefund(db: Db, refundId: string, account: string | null): Promise<EventOutcome> {
  const refund = await stripe().refunds.retrieve(refundId, { expand: ['payment_intent'] }, actingAs(account))
  const intent = refund.payment_intent
  if (!intent || typeof intent === 'string') return { status: 'ignored', reason: 'not_ours' }
  return convergeOnRefund(db, refund, intent, account)
}
