import type { EventOutcome } from '@/lib/core/inbox'
import { actingAs, stripe } from '@/lib/integrations/stripe/client'
import { convergeOnIntent } from '@/lib/integrations/stripe/settle'
import type { Db } from '@/lib/supabase/client'

/** `payment_intent.*`: money was taken or refused. */
export async function onPaymentIntent(
  db: Db,
  intentId: string,
  account: string | null,
): Promise<EventOutcome> {
  const intent = await stripe().paymentIntents.retrieve(intentId, {}, actingAs(account))
  return convergeOnIntent(db, intent, { account, sessionId: null })
}
