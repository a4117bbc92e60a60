import 'server-only'
import Stripe from 'stripe'
import { AppError } from '@/lib/core/errors'
import type { PlanName } from '@/lib/core/plans'
import { priceOf } from '@/lib/integrations/stripe/billing/prices'
import { type PlanChoice, toChoiceMetadata } from '@/lib/integrations/stripe/billing/transform'
import { stripe } from '@/lib/integrations/stripe/client'

/** What a change of plan costs, on the day it was asked. */
export type ChangeCost = {
  /** Charged at once. */
  dueRappen: number
  /** Kept for the invoices to come. */
  creditRappen: number
  unusedRappen: number
  remainingRappen: number
  monthlyRappen: number
  currency: string
  nextPaymentAt: Date
  /** The moment reckoned with, in Stripe's seconds: the change itself must name the same to cost the same. */
  prorationDate: number
}

/** Asks Stripe what changing to another plan costs at that moment. */
export async function previewChange(subscriptionRef: string, plan: PlanName, at: Date): Promise<ChangeCost> {
  const prorationDate = Math.floor(at.getTime() / 1_000)
  const [price, subscription] = await Promise.all([
    priceOf(plan),
    stripe().subscriptions.retrieve(subscriptionRef),
  ])
  const item = itemOf(subscription)
  const invoice = await stripe().invoices.createPreview({
    subscription: subscription.id,
    subscription_details: {
      items: [{ id: item.id, price: price.id }],
      proration_behavior: 'always_invoice',
      proration_date: prorationDate,
    },
  })
  const prorated = invoice.lines.data.filter(
    ({ parent }) =>
      parent?.subscription_item_details?.proration ?? parent?.invoice_item_details?.proration ?? false,
  )
  const sum = (sign: number) =>
    prorated.reduce((total, { amount }) => (Math.sign(amount) === sign ? total + amount : total), 0)
  return {
    dueRappen: prorated.length > 0 ? invoice.amount_due : 0,
    creditRappen: Math.max(0, -(sum(1) + sum(-1))),
    unusedRappen: -sum(-1),
    remainingRappen: sum(1),
    monthlyRappen: price.amountRappen,
    currency: price.currency,
    nextPaymentAt: new Date(item.current_period_end * 1_000),
    prorationDate,
  }
}

/**
 * Changes the plan at once, for what the preview of that moment said. A card that refuses changes nothing.
 * @throws AppError `plan_payment_refused`
 */
export async function changePrice(
  subscriptionRef: string,
  choice: PlanChoice,
  prorationDate: number,
): Promise<void> {
  const [price, subscription] = await Promise.all([
    priceOf(choice.plan),
    stripe().subscriptions.retrieve(subscriptionRef),
  ])
  try {
    await stripe().subscriptions.update(
      subscriptionRef,
      {
        items: [{ id: itemOf(subscription).id, price: price.id }],
        proration_behavior: 'always_invoice',
        proration_date: prorationDate,
        payment_behavior: 'error_if_incomplete',
        metadata: toChoiceMetadata(choice),
      },
      { idempotencyKey: `plan:${subscriptionRef}:${price.id}:${prorationDate}` },
    )
  } catch (cause) {
    if (cause instanceof Stripe.errors.StripeCardError) throw new AppError('plan_payment_refused', { cause })
    throw cause
  }
}

function itemOf(subscription: Stripe.Subscription): Stripe.SubscriptionItem {
  const [item] = subscription.items.data
  if (!item) throw new Error(`Subscription ${subscription.id} has no item`)
  return item
}
