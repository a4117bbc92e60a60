import 'server-only'
import type Stripe from 'stripe'
import type { AppLocale } from '@/lib/core/i18n/locales'
import { priceOf } from '@/lib/integrations/stripe/billing/prices'
import { type PlanChoice, toChoiceMetadata } from '@/lib/integrations/stripe/billing/transform'
import { stripe } from '@/lib/integrations/stripe/client'

type Page = { customer: string; locale: AppLocale; returnUrl: string }

/** Makes the customer as whom a company pays for its own subscription; asked again, the same one. */
export async function createBillingCustomer(
  companyId: string,
  { name, email }: { name: string; email: string },
): Promise<string> {
  const customer = await stripe().customers.create(
    { name, email, metadata: { company_id: companyId } },
    { idempotencyKey: `customer:${companyId}` },
  )
  return customer.id
}

/**
 * Opens Stripe's page on which a subscription is taken out and gives its address. Pages opened earlier close, so that
 * nobody pays on two; what is left of the trial is kept, where Stripe allows it.
 */
export async function openSubscriptionCheckout(
  choice: PlanChoice,
  { customer, locale, returnUrl }: Page,
  trialEndsAt: Date | null,
): Promise<string> {
  const price = await priceOf(choice.plan)
  const { data: open } = await stripe().checkout.sessions.list({ customer, status: 'open', limit: 100 })
  for (const { id } of open) await stripe().checkout.sessions.expire(id)
  const session = await stripe().checkout.sessions.create({
    mode: 'subscription',
    customer,
    client_reference_id: choice.companyId,
    line_items: [{ price: price.id, quantity: 1 }],
    locale: locale as Stripe.Checkout.SessionCreateParams.Locale,
    success_url: `${returnUrl}?subscribed`,
    cancel_url: returnUrl,
    subscription_data: {
      metadata: toChoiceMetadata(choice),
      ...(trialEndsAt && { trial_end: Math.floor(trialEndsAt.getTime() / 1_000) }),
    },
  })
  if (!session.url) throw new Error(`Stripe gave no page for session ${session.id}`)
  return session.url
}

/** Opens Stripe's page for cards, invoices and notice, and gives its address. */
export async function openBillingPortal({ customer, locale, returnUrl }: Page): Promise<string> {
  const session = await stripe().billingPortal.sessions.create({
    customer,
    locale: locale as Stripe.BillingPortal.SessionCreateParams.Locale,
    return_url: returnUrl,
  })
  return session.url
}
