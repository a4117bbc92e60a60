import type { OfferedPlan, Subscription } from '@/lib/companies/billing/queries'
import type { Usage } from '@/lib/companies/plan'

/** What begins anew each month stands in nobody's way to a smaller plan. */
const MONTHLY: Usage['resource'][] = ['reservations_per_month', 'sms_per_month']

/** What a company has more of than a plan has room for; the database refuses such a choice. */
export function excessOf(usage: Usage[], { limits }: Pick<OfferedPlan, 'limits'>): Usage[] {
  return usage.flatMap(({ resource, used }) => {
    const limit = limits.find((one) => one.resource === resource)?.limit ?? null
    return !MONTHLY.includes(resource) && limit !== null && used > limit ? [{ resource, used, limit }] : []
  })
}

/** Of what begins anew each month, what this month has used up already of a plan: there it goes on with the next month. */
export function fullMonthOf(usage: Usage[], { limits }: Pick<OfferedPlan, 'limits'>): Usage[] {
  return usage.flatMap(({ resource, used }) => {
    const limit = limits.find((one) => one.resource === resource)?.limit ?? null
    return MONTHLY.includes(resource) && limit !== null && used >= limit ? [{ resource, used, limit }] : []
  })
}

/** What can be done about the subscription: take one out, change it, or first pay what is open. */
export function wayToPlan(subscription: Subscription | null): 'checkout' | 'change' | 'portal' {
  if (subscription === null || subscription.state === 'canceled') return 'checkout'
  return ['trialing', 'active'].includes(subscription.state) ? 'change' : 'portal'
}
