import type { Subscription, SubscriptionItem } from '../objects/subscription.ts'

/** The one item a subscription of ours has. */
export function itemOf(subscription: Subscription): SubscriptionItem {
  const [item] = subscription.items.data
  if (!item) throw new Error(`Subscription ${subscription.id} has no item`)
  return item
}
