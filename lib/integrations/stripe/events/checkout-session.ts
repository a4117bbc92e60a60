import type { EventOutcome } from '@/lib/core/inbox'
import { actingAs, stripe } from '@/lib/integrations/stripe/client'
import { onSubscription } from '@/lib/integrations/stripe/events/subscription'
import { convergeOnIntent } from '@/lib/integrations/stripe/settle'
import { idOf } from '@/lib/integrations/stripe/transform'
import type { Db } from '@/lib/supabase/client'

/** `checkout.session.*`: the page was paid or closed; what counts is the payment intent or the subscription behind it. */
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
  if (session.mode === 'subscription') return onSubscription(db, idOf(session.customer), account)
  const intent = session.payment_intent
  if (!intent || typeof intent === 'string') return { status: 'ignored', reason: 'nothing_paid' }
  return convergeOnIntent(db, intent, { account, sessionId })
}
