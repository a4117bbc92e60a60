import type { PlanChange, PlanWish, SmsAllowance } from '@/lib/companies/billing/schema'
import { type BillingTerms, billingTerms, livingSubscription } from '@/lib/companies/billing/terms'
import type { CompanyContext } from '@/lib/core/context'
import { AppError, fromPostgres } from '@/lib/core/errors'
import { appUrl } from '@/lib/core/hosts'
import type { AppLocale } from '@/lib/core/i18n/locales'
import { serviceContext } from '@/lib/core/service-context'
import { type ChangeCost, changePrice, previewChange } from '@/lib/integrations/stripe/billing/change-plan'
import {
  createBillingCustomer,
  openBillingPortal,
  openSubscriptionCheckout,
} from '@/lib/integrations/stripe/billing/checkout'
import { syncSubscriptions } from '@/lib/integrations/stripe/billing/sync'

export type { ChangeCost }

const HOUR_MS = 3_600_000
/** Stripe lets a trial end two days from now at the earliest; the payer takes a while on the page. */
const SHORTEST_TRIAL_MS = 49 * HOUR_MS
/** How long a preview may lie on the table. */
const PREVIEW_MS = HOUR_MS / 4

const PLAN_PAGE = '/dashboard/settings/plan'

/**
 * Opens Stripe's page on which a subscription is taken out, and gives its address. What is left of the trial is kept.
 * @throws AppError `forbidden` · `plan_too_small` · `subscription_unpaid` · `changed_meanwhile`, when there is one already
 */
export async function subscribe(ctx: CompanyContext, { plan }: PlanWish): Promise<{ url: string }> {
  const terms = await billingTerms(ctx, plan)
  if (terms.subscription !== null) throw new AppError('changed_meanwhile')
  const trialGoesOn = terms.trialEndsAt.getTime() > ctx.now().getTime() + SHORTEST_TRIAL_MS
  const url = await openSubscriptionCheckout(
    { companyId: ctx.companyId, userId: userOf(ctx), plan },
    await pageOf(ctx, terms),
    trialGoesOn ? terms.trialEndsAt : null,
  )
  ctx.log.info({ event: 'plan.checkout_opened', plan })
  return { url }
}

/**
 * What changing to another plan costs now, for whoever is about to.
 * @throws AppError as `changePlan`
 */
export async function previewPlanChange(ctx: CompanyContext, { plan }: PlanWish): Promise<ChangeCost> {
  const subscription = livingSubscription(await billingTerms(ctx, plan))
  return previewChange(subscription, plan, ctx.now())
}

/**
 * Changes the plan at once, for what its preview said.
 * @throws AppError `forbidden` · `plan_too_small` · `plan_unchanged` · `subscription_unpaid` · `no_subscription` ·
 * `plan_payment_refused` · `changed_meanwhile`, when the preview is a quarter of an hour old
 */
export async function changePlan(ctx: CompanyContext, { plan, prorationDate }: PlanChange): Promise<void> {
  const terms = await billingTerms(ctx, plan)
  const age = ctx.now().getTime() - prorationDate * 1_000
  if (age < -PREVIEW_MS || age > PREVIEW_MS) throw new AppError('changed_meanwhile')
  const choice = { companyId: ctx.companyId, userId: userOf(ctx), plan }
  await changePrice(livingSubscription(terms), choice, prorationDate)
  // Stripe tells us by itself; whoever changed it should not have to wait for that.
  if (terms.customer) await syncSubscriptions(service(ctx).db, terms.customer)
  ctx.log.info({ event: 'plan.changed', plan })
}

/**
 * Opens Stripe's page for the card, the invoices and notice, and gives its address.
 * @throws AppError `forbidden` · `no_subscription`
 */
export async function openPortal(ctx: CompanyContext): Promise<{ url: string }> {
  const terms = await billingTerms(ctx)
  if (terms.customer === null) throw new AppError('no_subscription')
  return { url: await openBillingPortal(await pageOf(ctx, terms)) }
}

/** Says how many short messages a month may go past the plan, each paid for. @throws AppError `forbidden` */
export async function allowSmsOverage(ctx: CompanyContext, { most }: SmsAllowance): Promise<void> {
  const { error } = await ctx.db.rpc('set_sms_overage', { p_most: most })
  if (error) throw fromPostgres(error)
  ctx.log.info({ event: 'plan.sms_overage_set', most })
}

async function pageOf(ctx: CompanyContext, terms: BillingTerms) {
  const customer = terms.customer ?? (await makeCustomer(ctx, terms))
  return { customer, locale: ctx.locale as AppLocale, returnUrl: appUrl(PLAN_PAGE) }
}

/** Kept before anything is paid, so that whatever Stripe tells finds its company. */
async function makeCustomer(ctx: CompanyContext, { company, email }: BillingTerms): Promise<string> {
  const { data, error } = await service(ctx).db.rpc('keep_stripe_customer', {
    p_company_id: ctx.companyId,
    p_customer_ref: await createBillingCustomer(ctx.companyId, { name: company, email }),
  })
  if (error) throw fromPostgres(error)
  return data
}

function service(ctx: CompanyContext) {
  return serviceContext(ctx.companyId, 'billing', ctx.requestId)
}

function userOf({ actor }: CompanyContext): string {
  if (actor.kind !== 'user') throw new AppError('forbidden')
  return actor.id
}
