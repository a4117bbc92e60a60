import 'server-only'
import type Stripe from 'stripe'
import { env } from '@/lib/core/env'
import { AppError } from '@/lib/core/errors'
import { type EventHandler, storeEvent } from '@/lib/core/inbox'
import { isLiveMode, stripe } from '@/lib/integrations/stripe/client'
import { onAccount } from '@/lib/integrations/stripe/events/account'
import { onCharge } from '@/lib/integrations/stripe/events/charge'
import { onCheckoutSession } from '@/lib/integrations/stripe/events/checkout-session'
import { onDispute } from '@/lib/integrations/stripe/events/dispute'
import { onPaymentIntent } from '@/lib/integrations/stripe/events/payment-intent'
import { onPayout } from '@/lib/integrations/stripe/events/payout'
import { onRefund } from '@/lib/integrations/stripe/events/refund'
import { onSubscription } from '@/lib/integrations/stripe/events/subscription'
import { idOf } from '@/lib/integrations/stripe/transform'
import type { Json } from '@/lib/supabase/types'

/**
 * Takes in what Stripe sent: verifies it against the raw body, then stores it. Gives the event's id.
 * @throws AppError `invalid_signature` · `wrong_mode`
 */
export async function receiveStripeEvent(
  rawBody: string,
  signature: string | null,
  requestId: string,
): Promise<string> {
  const event = verify(rawBody, signature)
  if (event.livemode !== isLiveMode()) throw new AppError('wrong_mode')
  await storeEvent(
    {
      provider: 'stripe',
      eventId: event.id,
      type: event.type,
      account: event.account ?? null,
      livemode: event.livemode,
      payload: JSON.parse(rawBody) as Json,
    },
    requestId,
  )
  return event.id
}

/** Stripe signs events of connected accounts with the secret of their own endpoint: one secret does not speak for the other. */
function verify(rawBody: string, signature: string | null): Stripe.Event {
  const { STRIPE_WEBHOOK_SECRET, STRIPE_CONNECT_WEBHOOK_SECRET } = env()
  try {
    const { account } = JSON.parse(rawBody) as { account?: unknown }
    const secret = account ? STRIPE_CONNECT_WEBHOOK_SECRET : STRIPE_WEBHOOK_SECRET
    return stripe().webhooks.constructEvent(rawBody, signature ?? '', secret)
  } catch (cause) {
    throw new AppError('invalid_signature', { cause })
  }
}

/** Works on a stored event: by kind of object, whose present state is fetched; what we do not act on is kept and ignored. */
export const processStripeEvent: EventHandler = async (db, { type, account, payload }) => {
  const { id, customer } = objectOf(payload)
  if (!id) return { status: 'ignored', reason: 'no_object' }
  if (type === 'account.updated') return onAccount(db, account ?? id)
  if (type.startsWith('checkout.session.')) return onCheckoutSession(db, id, account)
  if (type.startsWith('payment_intent.')) return onPaymentIntent(db, id, account)
  if (type.startsWith('charge.dispute.')) return onDispute(db, id, account)
  if (type.startsWith('charge.')) return onCharge(db, id, account)
  if (type.startsWith('refund.')) return onRefund(db, id, account)
  if (type.startsWith('payout.')) return onPayout(db, id, account)
  if (/^(customer\.subscription|invoice)\./.test(type)) return onSubscription(db, idOf(customer), account)
  return { status: 'ignored', reason: 'unhandled_type' }
}

type Told = { id?: string; customer?: string | { id: string } | null }

/** What an event is about. */
function objectOf(payload: Json): Told {
  return (payload as { data?: { object?: Told } }).data?.object ?? {}
}
