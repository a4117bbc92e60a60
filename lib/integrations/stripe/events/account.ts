import type { EventOutcome } from '@/lib/core/inbox'
import { syncAccount } from '@/lib/integrations/stripe/connect'
import type { Db } from '@/lib/supabase/client'

/** `account.updated`: a connected account may take payments now, or not any more, or Stripe wants to know something else. */
export async function onAccount(db: Db, account: string): Promise<EventOutcome> {
  const companyId = await syncAccount(db, account)
  return companyId ? { status: 'processed', companyId } : { status: 'ignored', reason: 'not_ours' }
}
