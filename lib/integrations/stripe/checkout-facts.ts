import 'server-only'
import { z } from 'zod'
import type { SiteContext } from '@/lib/core/context'
import { AppError, fromPostgres } from '@/lib/core/errors'
import { serviceContext } from '@/lib/core/service-context'

const Facts = z.object({
  stripe_account: z.string().nullable(),
  takes_cards: z.boolean(),
  fee_rappen: z.number().int().nonnegative(),
  session: z.string().nullable(),
})

/** `pageId`: Stripe's page that stands open for the payment already. */
export type CheckoutFacts = { stripeAccountId: string; feeRappen: number; pageId: string | null }

/**
 * Through which account a payment runs and what the platform takes of it. Asked for by our own machine: neither is
 * the payer's business.
 * @throws AppError `not_found` · `cards_not_ready`, while the company's account takes no payments
 */
export async function checkoutFacts(ctx: SiteContext, paymentId: string): Promise<CheckoutFacts> {
  const { db } = serviceContext(ctx.companyId, 'checkout', ctx.requestId)
  const { data, error } = await db.rpc('checkout_facts', {
    p_company_id: ctx.companyId,
    p_payment_id: paymentId,
  })
  if (error) throw fromPostgres(error)
  if (data === null) throw new AppError('not_found')
  const facts = Facts.parse(data)
  if (!facts.takes_cards || facts.stripe_account === null) throw new AppError('cards_not_ready')
  return { stripeAccountId: facts.stripe_account, feeRappen: facts.fee_rappen, pageId: facts.session }
}
