import type { EventOutcome } from '@/lib/core/inbox'
import { syncSubscriptions } from '@/lib/integrations/stripe/billing/sync'
import type { Db } from '@/lib/supabase/client'

/** `customer.subscription.*` and `invoice.*`: something about a company's own subscription moved, which one its customer says. */
export async function onSubscription(
  db: Db,
  customer: string | null,
  account: string | null,
): Promise<EventOutcome> {
  // What companies sell by subscription on their own accounts is not ours, and never theirs to pay us with.
  if (account !== null || customer === null) return { status: 'ignored', reason: 'not_ours' }
  return syncSubscriptions(db, customer)
}
