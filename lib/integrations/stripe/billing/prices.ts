import 'server-only'
import { LRUCache } from 'lru-cache'
import { PLAN_NAMES, type PlanName } from '@/lib/core/plans'
import { processWide } from '@/lib/core/process-wide'
import { planOf } from '@/lib/integrations/stripe/billing/transform'
import { stripe } from '@/lib/integrations/stripe/client'

/** What a plan costs a month to whoever takes it out now. */
export type PlanPrice = { id: string; plan: PlanName; amountRappen: number; currency: string }

const FIVE_MINUTES_MS = 5 * 60_000

/** The present price of each plan, by its lookup key `crms_<plan>`; at most five minutes old. */
export async function planPrices(): Promise<PlanPrice[]> {
  const kept = processWide(
    'stripe.prices',
    () => new LRUCache<string, PlanPrice[]>({ max: 1, ttl: FIVE_MINUTES_MS }),
  )
  const known = kept.get('plans')
  if (known) return known
  const { data } = await stripe().prices.list({
    lookup_keys: PLAN_NAMES.map((plan) => `crms_${plan}`),
    active: true,
  })
  const prices = data.flatMap((price): PlanPrice[] => {
    const plan = planOf(price)
    return plan && price.unit_amount !== null
      ? [{ id: price.id, plan, amountRappen: price.unit_amount, currency: price.currency.toUpperCase() }]
      : []
  })
  kept.set('plans', prices)
  return prices
}

export async function priceOf(plan: PlanName): Promise<PlanPrice> {
  const price = (await planPrices()).find((one) => one.plan === plan)
  if (!price)
    throw new Error(`Stripe has no price with the lookup key crms_${plan} and the metadata plan=${plan}`)
  return price
}
