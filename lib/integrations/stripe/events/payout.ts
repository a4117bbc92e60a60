import type { EventOutcome } from '@/lib/core/inbox'
import { actingAs, stripe } from '@/lib/integrations/stripe/client'
import { companyOf } from '@/lib/integrations/stripe/company-account'
import { refusedOrThrow } from '@/lib/integrations/stripe/settle'
import { payoutFacts } from '@/lib/integrations/stripe/transform'
import type { Db } from '@/lib/supabase/client'

/** `payout.*`: money went to the company's bank, or came back. The platform's own payouts are no company's. */
export async function onPayout(db: Db, payoutId: string, account: string | null): Promise<EventOutcome> {
  const companyId = account && (await companyOf(db, account))
  if (!companyId) return { status: 'ignored', reason: 'not_ours' }
  const payout = await stripe().payouts.retrieve(payoutId, {}, actingAs(account))
  const { error } = await db.rpc('record_payout', { p_company_id: companyId, p_payout: payoutFacts(payout) })
  if (error) return refusedOrThrow(error, companyId)
  return { status: 'processed', companyId, reason: payout.status }
}
