import 'server-only'
import Stripe from 'stripe'
import type { SiteContext } from '@/lib/core/context'
import { AppError, fromPostgres } from '@/lib/core/errors'
import { serviceContext } from '@/lib/core/service-context'
import { type CheckoutRequest, openCheckout } from '@/lib/integrations/stripe/checkout'
import { type CheckoutFacts, checkoutFacts } from '@/lib/integrations/stripe/checkout-facts'
import { actingAs, stripe } from '@/lib/integrations/stripe/client'
import type { PaymentReference } from '@/lib/integrations/stripe/transform'

type PageRequest = Omit<CheckoutRequest & PaymentReference, 'companyId' | 'stripeAccountId' | 'feeRappen'>

/**
 * Opens Stripe's page for a payment and gives its address: the one that stands open already, in whatever language, else a
 * new one. It is noted before its payer sees it, so that it can be closed when nothing is owed any more.
 * @throws AppError `not_found` · `cards_not_ready` · `nothing_to_pay`, when meanwhile it was paid or called off
 */
export async function openPage(ctx: SiteContext, request: PageRequest): Promise<string> {
  const facts = await checkoutFacts(ctx, request.paymentId)
  const open = await openPageOf(facts)
  if (open) return open
  const { stripeAccountId, feeRappen } = facts
  const { id, url } = await openCheckout({ ...request, companyId: ctx.companyId, stripeAccountId, feeRappen })
  const { db } = serviceContext(ctx.companyId, 'checkout', ctx.requestId)
  const { data: isWanted, error } = await db.rpc('note_checkout_page', {
    p_company_id: ctx.companyId,
    p_payment_id: request.paymentId,
    p_session: id,
  })
  if (error) throw fromPostgres(error)
  if (!isWanted) throw new AppError('nothing_to_pay', { status: 409 })
  return url
}

async function openPageOf({ pageId, stripeAccountId }: CheckoutFacts): Promise<string | null> {
  if (!pageId) return null
  try {
    const page = await stripe().checkout.sessions.retrieve(pageId, {}, actingAs(stripeAccountId))
    if (page.status === 'complete') throw new AppError('nothing_to_pay', { status: 409 })
    return page.url
  } catch (failure) {
    // Of an account that was replaced meanwhile.
    if (failure instanceof Stripe.errors.StripeInvalidRequestError && failure.code === 'resource_missing')
      return null
    throw failure
  }
}
