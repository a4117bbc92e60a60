import { nowSeconds } from '../ids.ts'
import type { Invoice } from '../objects/invoice.ts'
import type { Price } from '../objects/price.ts'
import type { Subscription } from '../objects/subscription.ts'
import type { Owner } from '../objects.ts'
import type { World } from '../world.ts'
import { chargeOrForget, draftInvoice, type NewLine } from './invoices.ts'
import { itemOf } from './items.ts'

/** What a change of price costs from a moment on: the rest of the old one given back, the rest of the new one asked for. */
export function previewChange(
  world: World,
  owner: Owner,
  subscription: Subscription,
  price: Price,
  at = nowSeconds(),
): Invoice {
  return draftInvoice(world, owner, subscription, 'upcoming', prorations(world, subscription, price, at))
}

/** Changes the price at once and settles the difference at once; a card that refuses leaves everything as it was. */
export function changePrice(
  world: World,
  owner: Owner,
  subscription: Subscription,
  price: Price,
  at = nowSeconds(),
): void {
  const lines = prorations(world, subscription, price, at)
  if (lines.length > 0) {
    const draft = draftInvoice(world, owner, subscription, 'subscription_update', lines)
    subscription.latest_invoice = chargeOrForget(world, owner, draft, subscription.default_payment_method).id
  }
  itemOf(subscription).price = price
}

function prorations(world: World, subscription: Subscription, price: Price, at: number): NewLine[] {
  const item = itemOf(subscription)
  if (subscription.status === 'trialing' || item.price.id === price.id) return []
  const period = { start: at, end: item.current_period_end }
  const share = (period.end - at) / (item.current_period_end - item.current_period_start)
  const day = new Date(at * 1_000).toUTCString().slice(5, 16)
  const nameOf = ({ product }: Price) => world.store.locate('product', product)?.value.name ?? product
  return [
    {
      price: item.price,
      amount: -Math.round(item.price.unit_amount * share),
      description: `Unused time on ${nameOf(item.price)} after ${day}`,
      proration: true,
      period,
    },
    {
      price,
      amount: Math.round(price.unit_amount * share),
      description: `Remaining time on ${nameOf(price)} after ${day}`,
      proration: true,
      period,
    },
  ]
}
