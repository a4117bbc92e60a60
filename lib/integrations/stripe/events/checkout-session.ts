import type { EventOutcome } from '@/lib/core/inbox'
import { actingAs, stripe } from '@/lib/integrations/stripe/client'
import { convergeOnIntent } from '@/lib/integrations/stripe/settle'
import type { Db } from '@/lib/supabase/client'

/** `checkout.session.*`: the page was paid or closed; what counts is the payment intent behind it. */
export async function onCheckoutSession(
  db: Db,
  sessionId: string,
  account: string | null,
): Promise<EventOutcome> {
  const session = await stripe().checkout.sessions.retrieve(
    sessionId,
    { expand: ['payment_intent'] },
    actingAs(account),
  )
  const intent = session.payment_intent
  if (!intent || typeof intent === 'string') return { status: 'ignored', reason: 'nothing_paid' }
  return convergeOnIntent(db, intent, { account, sessionId })
}
