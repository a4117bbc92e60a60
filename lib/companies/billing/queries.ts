import { RESOURCES, type Usage } from '@/lib/companies/plan'
import type { CompanyContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'
import { PLAN_NAMES, type PlanName } from '@/lib/core/plans'
import { type PlanPrice, planPrices } from '@/lib/integrations/stripe/billing/prices'

/** The company's own subscription, as far as its people see it. */
export type Subscription = {
  plan: PlanName
  state: string
  periodEndsAt: string
  endsAt: string | null
  graceEndsAt: string | null
}

/** A plan to choose: what it costs and what it has room for. `price` null: Stripe did not answer. */
export type OfferedPlan = {
  plan: PlanName
  price: Pick<PlanPrice, 'amountRappen' | 'currency'> | null
  limits: Pick<Usage, 'resource' | 'limit'>[]
  /** The platform's share of card payments, in hundredths of a percent. */
  feeBasisPoints: number
}

/** The living subscription or the one that ended last, and when one taken out beside it was given back, if of late. */
export async function getSubscription(
  ctx: CompanyContext,
): Promise<{ subscription: Subscription | null; secondGivenBackAt: string | null }> {
  const { data, error } = await ctx.db
    .from('subscriptions')
    .select('plan, state, period_ends_at, ends_at, grace_ends_at, is_second, created_at')
    .eq('company_id', ctx.companyId)
    .order('created_at', { ascending: false })
    .limit(100)
  if (error) throw fromPostgres(error)
  const own = data.filter((row) => !row.is_second)
  const row = own.find(({ state }) => state !== 'canceled') ?? own[0]
  const monthAgo = ctx.now().getTime() - 30 * 86_400_000
  const second = data.find((one) => one.is_second && Date.parse(one.created_at) > monthAgo)
  return {
    subscription: row
      ? {
          plan: row.plan,
          state: row.state,
          periodEndsAt: row.period_ends_at,
          endsAt: row.ends_at,
          graceEndsAt: row.grace_ends_at,
        }
      : null,
    secondGivenBackAt: second?.created_at ?? null,
  }
}

/** The plans side by side; without prices while Stripe does not answer. */
export async function listPlans(ctx: CompanyContext): Promise<OfferedPlan[]> {
  const [{ data, error }, prices] = await Promise.all([
    ctx.db.from('plan_limits').select('plan, resource, limit_amount'),
    planPrices().catch((failure: unknown) => {
      ctx.log.error({ event: 'plan.no_prices', err: failure })
      return []
    }),
  ])
  if (error) throw fromPostgres(error)
  return PLAN_NAMES.map((plan) => {
    const amountOf = (resource: string) =>
      data.find((row) => row.plan === plan && row.resource === resource)?.limit_amount ?? null
    return {
      plan,
      price: prices.find((price) => price.plan === plan) ?? null,
      limits: RESOURCES.map((resource) => ({ resource, limit: amountOf(resource) })),
      feeBasisPoints: amountOf('platform_fee_bp') ?? 0,
    }
  })
}
