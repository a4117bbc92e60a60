import type Stripe from 'stripe'
import { actingAs, stripe } from '@/lib/integrations/stripe/client'

/** What is known of a call that may have been made before: of whom, since when, through which account. */
type EarlierCall = { begunAt: Date; now: Date; account: string }

/** Stripe forgets idempotency keys after a day; an hour before that it is asked instead what was made. */
const KEY_LIVES_MS = 23 * 3_600_000

function isForgotten({ begunAt, now }: EarlierCall): boolean {
  return now.getTime() - begunAt.getTime() >= KEY_LIVES_MS
}

/** The customer's intent that an earlier try made; null while its key still says so itself. */
export async function earlierIntent(
  call: EarlierCall & { customer: string | null },
  isOurs: (metadata: Stripe.Metadata) => boolean,
): Promise<Stripe.PaymentIntent | null> {
  if (!call.customer || !isForgotten(call)) return null
  const { data } = await stripe().paymentIntents.list(
    {
      customer: call.customer,
      created: { gte: Math.floor(call.begunAt.getTime() / 1_000) - 60 },
      limit: 100,
    },
    actingAs(call.account),
  )
  return data.find(({ metadata }) => isOurs(metadata)) ?? null
}

/** The refund of an intent that an earlier try made; null while its key still says so itself. */
export async function earlierRefund(
  call: EarlierCall & { intent: string },
  refundId: string,
): Promise<Stripe.Refund | null> {
  if (!isForgotten(call)) return null
  const { data } = await stripe().refunds.list(
    { payment_intent: call.intent, limit: 100 },
    actingAs(call.account),
  )
  return data.find(({ metadata }) => metadata?.refund_id === refundId) ?? null
}
