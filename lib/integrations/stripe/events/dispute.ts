import type { EventOutcome } from '@/lib/core/inbox'
import { actingAs, stripe } from '@/lib/integrations/stripe/client'
import { convergeOnIntent, refusedOrThrow } from '@/lib/integrations/stripe/settle'
import { disputeFacts, referenceOf } from '@/lib/integrations/stripe/transform'
import type { Db } from '@/lib/supabase/client'

/** `charge.dispute.*`: a cardholder contests a payment, which is settled first: this may well be the first we hear of it. */
export async function onDispute(db: Db, disputeId: string, account: string | null): Promise<EventOutcome> {
  const dispute = await stripe().disputes.retrieve(
    disputeId,
    { expand: ['payment_intent'] },
    actingAs(account),
  )
  const intent = dispute.payment_intent
  if (!intent || typeof intent === 'string') return { status: 'ignored', reason: 'not_ours' }
  const settled = await convergeOnIntent(db, intent, { account, sessionId: null })
  const reference = referenceOf(intent.metadata)
  if (!reference || settled.status !== 'processed') return settled
  const { companyId } = reference
  const { data, error } = await db.rpc('record_dispute', {
    p_company_id: companyId,
    p_intent: intent.id,
    p_dispute: disputeFacts(dispute),
  })
  if (error) return refusedOrThrow(error, companyId)
  return { status: 'processed', companyId, reason: `dispute_${data}` }
}
