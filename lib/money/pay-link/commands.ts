import { z } from 'zod'
import type { SiteContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'
import { siteUrl } from '@/lib/core/hosts'
import { translatorFor } from '@/lib/core/i18n/messages'
import { begunCheckout, checkoutEnd } from '@/lib/integrations/stripe/begun-checkout'
import { openPage } from '@/lib/integrations/stripe/payment-page'

const Begun = z.object({
  payment_id: z.uuid(),
  ...begunCheckout,
})

/**
 * Opens Stripe's page for what is open of an invoice and gives its address; asked again, the same page.
 * @throws AppError `link_expired` · `nothing_to_pay`
 */
export async function payInvoiceByCard(ctx: SiteContext, token: string): Promise<string> {
  const { data, error } = await ctx.db.rpc('begin_card_payment', { p_slug: ctx.company.slug, p_token: token })
  if (error) throw fromPostgres(error)
  const begun = Begun.parse(data)
  return openPayPage(ctx, token, begun, { description: begun.number, paid: 'paid' })
}

/**
 * Opens Stripe's page for a tip on a paid invoice and gives its address; asked again for the same amount, the same page.
 * @throws AppError `link_expired` · `tips_off` · `invalid_input`
 */
export async function tipByCard(ctx: SiteContext, token: string, amountRappen: number): Promise<string> {
  const { data, error } = await ctx.db.rpc('begin_tip', {
    p_slug: ctx.company.slug,
    p_token: token,
    p_amount_rappen: amountRappen,
  })
  if (error) throw fromPostgres(error)
  const begun = Begun.parse(data)
  const t = await translatorFor(ctx.locale, 'booking-site')
  const description = t('pay.tip.description', { number: begun.number })
  return openPayPage(ctx, token, begun, { description, paid: 'tipped' })
}

/** `paid` is what the page is told when its payer comes back from Stripe's. */
async function openPayPage(
  ctx: SiteContext,
  token: string,
  begun: z.output<typeof Begun>,
  { description, paid }: { description: string; paid: string },
): Promise<string> {
  const page = siteUrl(ctx.company.slug, `/pay/${token}`)
  return openPage(ctx, {
    paymentId: begun.payment_id,
    amountRappen: begun.amount_rappen,
    currency: begun.currency,
    description,
    customerEmail: begun.email,
    locale: ctx.locale,
    successUrl: `${page}?${paid}`,
    cancelUrl: page,
    expiresAt: checkoutEnd(begun.begun_at),
  })
}
