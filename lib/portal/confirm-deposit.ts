import { z } from 'zod'
import type { SiteContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'
import { siteUrl } from '@/lib/core/hosts'
import { serviceContext } from '@/lib/core/service-context'
import { begunCheckout, checkoutEnd } from '@/lib/integrations/stripe/begun-checkout'
import { openCheckout } from '@/lib/integrations/stripe/checkout'
import { holdFacts } from '@/lib/integrations/stripe/hold'

const Begun = z.object({
  hold_id: z.uuid(),
  ...begunCheckout,
})

/**
 * Opens Stripe's page on which the customer confirms the hold of their deposit, and gives its address; asked again, the same page.
 * @throws AppError `link_expired` · `deposit_needs_nothing`
 */
export async function confirmDeposit(ctx: SiteContext, token: string): Promise<string> {
  const { data, error } = await ctx.db.rpc('begin_deposit_hold', { p_slug: ctx.company.slug, p_token: token })
  if (error) throw fromPostgres(error)
  const begun = Begun.parse(data)
  // Through which account it runs is not the customer's business: asked for by our own machine.
  const facts = await holdFacts(serviceContext(ctx.companyId, 'checkout', ctx.requestId), begun.hold_id)
  const page = siteUrl(ctx.company.slug, `/portal/${token}`)
  const { url } = await openCheckout({
    ...facts.reference,
    stripeAccountId: facts.stripe_account,
    feeRappen: 0,
    amountRappen: begun.amount_rappen,
    currency: begun.currency,
    description: begun.number,
    customerEmail: begun.email,
    locale: ctx.locale,
    successUrl: `${page}?reserved`,
    cancelUrl: page,
    expiresAt: checkoutEnd(begun.begun_at),
  })
  return url
}
