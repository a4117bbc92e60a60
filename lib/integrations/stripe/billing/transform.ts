import type Stripe from 'stripe'
import { PLAN_NAMES, type PlanName } from '@/lib/core/plans'

/** Who chose which plan at our screens; written into a subscription when we make or change it. */
export type PlanChoice = { companyId: string; userId: string; plan: PlanName }

/** A subscription as `apply_subscriptions` takes it. */
export type ListedSubscription = {
  ref: string
  plan: PlanName | null
  state: string
  period_ends_at: string
  ends_at: string | null
  asked_by: string | null
  asked_plan: PlanName | null
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Which plan a price stands for. A price keeps its metadata when its lookup key goes to a newer one. */
export function planOf(price: Pick<Stripe.Price, 'metadata'> | undefined): PlanName | null {
  return toPlan(price?.metadata?.plan)
}

export function toChoiceMetadata({ companyId, userId, plan }: PlanChoice): Stripe.MetadataParam {
  return { company_id: companyId, user_id: userId, plan }
}

/** Stripe's subscription in our words; null for one whose first payment never came: it has not begun. */
export function toListed(subscription: Stripe.Subscription): ListedSubscription | null {
  const { id, status, items, metadata } = subscription
  if (status === 'incomplete' || status === 'incomplete_expired') return null
  const [item] = items.data
  const ends = subscription.ended_at ?? subscription.cancel_at
  return {
    ref: id,
    plan: planOf(item?.price),
    state: status,
    period_ends_at: toInstant(item?.current_period_end ?? subscription.created),
    ends_at: ends === null ? null : toInstant(ends),
    asked_by: metadata.user_id && UUID.test(metadata.user_id) ? metadata.user_id : null,
    asked_plan: toPlan(metadata.plan),
  }
}

function toPlan(name: string | undefined): PlanName | null {
  return PLAN_NAMES.find((plan) => plan === name) ?? null
}

/** Stripe counts seconds. */
function toInstant(seconds: number): string {
  return new Date(seconds * 1_000).toISOString()
}
