import { z } from 'zod'
import type { CompanyContext } from '@/lib/core/context'
import { AppError, fromPostgres } from '@/lib/core/errors'
import type { PlanName } from '@/lib/core/plans'

const Terms = z
  .object({
    company: z.string(),
    email: z.string(),
    customer: z.string().nullable(),
    subscription: z.string().nullable(),
    trial_ends_at: z.coerce.date(),
  })
  .transform(({ trial_ends_at, ...terms }) => ({ ...terms, trialEndsAt: trial_ends_at }))
export type BillingTerms = z.output<typeof Terms>

/**
 * What taking out or changing the subscription needs to know; with a plan, whether it may be chosen.
 * @throws AppError `forbidden` · `plan_too_small` · `plan_unchanged` · `subscription_unpaid`
 */
export async function billingTerms(ctx: CompanyContext, plan?: PlanName): Promise<BillingTerms> {
  const { data, error } = await ctx.db.rpc('billing_terms', plan ? { p_plan: plan } : {})
  if (error) throw fromPostgres(error)
  return Terms.parse(data)
}

/** The subscription that a change is about, by Stripe's name. */
export function livingSubscription({ subscription }: BillingTerms): string {
  if (subscription === null) throw new AppError('no_subscription')
  return subscription
}
