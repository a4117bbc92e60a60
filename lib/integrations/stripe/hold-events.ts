import type Stripe from 'stripe'
import { fromPostgres } from '@/lib/core/errors'
import { settleHold } from '@/lib/integrations/stripe/hold'
import type { HoldReference } from '@/lib/integrations/stripe/transform'
import type { Db } from '@/lib/supabase/client'

/**
 * Brings a hold of ours to where Stripe's payment intent is, as fetched just now: it stands, was refused, was captured,
 * or is gone, perhaps by somebody's hand at Stripe itself. Gives what the database made of it.
 */
export async function convergeOnHold(
  db: Db,
  reference: HoldReference,
  intent: Stripe.PaymentIntent,
  account: string | null = null,
): Promise<string> {
  const { companyId, depositId, holdId } = reference
  if (intent.status === 'requires_capture') {
    return settleHold(db, reference, { intentId: intent.id, intent }, account)
  }
  if (intent.status === 'succeeded') {
    const { data, error } = await db.rpc('settle_deposit_capture', {
      p_company_id: companyId,
      p_deposit_id: depositId,
      p_captured_rappen: intent.amount_received,
    })
    if (error) throw fromPostgres(error)
    return data
  }
  if (intent.status === 'canceled') {
    const { data, error } = await db.rpc('lapse_deposit_hold', {
      p_company_id: companyId,
      p_hold_id: holdId,
      p_reason: intent.cancellation_reason ?? 'hold_expired',
    })
    if (error) throw fromPostgres(error)
    return data
  }
  const failure = intent.last_payment_error?.code
  return failure ? settleHold(db, reference, { intentId: intent.id, failure }) : intent.status
}
