import Stripe from 'stripe'
import { z } from 'zod'
import type { OutboxHandler } from '@/lib/core/outbox'
import { stripe } from '@/lib/integrations/stripe/client'
import { idOf } from '@/lib/integrations/stripe/transform'

const Payload = z.object({ ref: z.string() })

/**
 * `stripe.end_second_subscription`: ends a subscription that was taken out beside a living one and gives back what was
 * paid for it. Repeating it ends and gives back nothing twice.
 */
export const endSecondSubscription: OutboxHandler = async (_ctx, job) => {
  const { ref } = Payload.parse(job.payload)
  const subscription = await stripe().subscriptions.retrieve(ref)
  if (subscription.status !== 'canceled') await stripe().subscriptions.cancel(ref)
  const invoice = idOf(subscription.latest_invoice)
  if (!invoice) return
  const { data: payments } = await stripe().invoicePayments.list({ invoice, status: 'paid' })
  for (const { payment } of payments) {
    const intent = idOf(payment.payment_intent)
    if (intent) await giveBack(intent)
  }
}

async function giveBack(intent: string): Promise<void> {
  try {
    await stripe().refunds.create(
      { payment_intent: intent, reason: 'duplicate' },
      { idempotencyKey: `second:${intent}` },
    )
  } catch (failure) {
    const isDone =
      failure instanceof Stripe.errors.StripeInvalidRequestError && failure.code === 'charge_already_refunded'
    if (!isDone) throw failure
  }
}
