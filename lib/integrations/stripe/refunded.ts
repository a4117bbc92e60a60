import type Stripe from 'stripe'
import type { EventOutcome } from '@/lib/core/inbox'
import { isAccountOf } from '@/lib/integrations/stripe/company-account'
import { recordRefund, statusOf } from '@/lib/integrations/stripe/refund'
import { convergeOnIntent, refusedOrThrow } from '@/lib/integrations/stripe/settle'
import { fromMetadata } from '@/lib/integrations/stripe/transform'
import type { Db } from '@/lib/supabase/client'

/**
 * Brings our books to where a refund is. One of ours carries our id; one made at Stripe itself is booked against the
 * payment of its intent, which is settled first: the refund's event may well be the first we hear of either.
 */
export async function convergeOnRefund(
  db: Db,
  refund: Stripe.Refund,
  intent: Stripe.PaymentIntent,
  account: string | null,
): Promise<EventOutcome> {
  const { company_id: companyId, refund_id: refundId } = refund.metadata ?? {}
  if (companyId && refundId) {
    if (!(await isAccountOf(db, companyId, account)))
      return { status: 'quarantined', reason: 'wrong_account' }
    await recordRefund(db, { companyId, refundId }, refund)
    return { status: 'processed', companyId }
  }
  const payment = fromMetadata(intent.metadata)
  if (!payment) return { status: 'ignored', reason: 'not_ours' }
  const settled = await convergeOnIntent(db, intent, { account, sessionId: null })
  if (settled.status !== 'processed') return settled
  const { error } = await db.rpc('record_outside_refund', {
    p_company_id: payment.companyId,
    p_payment_id: payment.paymentId,
    p_provider_ref: refund.id,
    p_amount_rappen: refund.amount,
    p_status: statusOf(refund),
    p_intent: intent.id,
  })
  if (error) return refusedOrThrow(error, payment.companyId)
  return { status: 'processed', companyId: payment.companyId, reason: 'outside_refund' }
}
