import type { EventOutcome } from '@/lib/core/inbox'
import { actingAs, stripe } from '@/lib/integrations/stripe/client'
import { isAccountOf } from '@/lib/integrations/stripe/company-account'
import { recordRefund } from '@/lib/integrations/stripe/refund'
import type { Db } from '@/lib/supabase/client'

/** `refund.*`: a refund of ours went through or bounced, perhaps days after it was accepted. */
export async function onRefund(db: Db, refundId: string, account: string | null): Promise<EventOutcome> {
  const refund = await stripe().refunds.retrieve(refundId, {}, actingAs(account))
  const { company_id: companyId, refund_id: ourRefundId } = refund.metadata ?? {}
  if (!companyId || !ourRefundId) return { status: 'ignored', reason: 'not_ours' }
  if (!(await isAccountOf(db, companyId, account))) return { status: 'quarantined', reason: 'wrong_account' }
  await recordRefund(db, { companyId, refundId: ourRefundId }, refund)
  return { status: 'processed', companyId }
}
