import type { CompanyContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'
import { siteUrlIn } from '@/lib/core/hosts'

export type WaysToPay = {
  payUrl: string | null
  takesCards: boolean
  hasCard: boolean
  creditRappen: number
}

/** How an open invoice could be paid besides cash and bank: its private link, the card on file, the customer's balance. */
export async function waysToPay(
  ctx: CompanyContext,
  invoice: { id: string; customer: { id: string } },
): Promise<WaysToPay> {
  const [token, company, customer, credits] = await Promise.all([
    ctx.db.rpc('invoice_pay_token', { p_invoice_id: invoice.id }),
    ctx.db.from('companies').select('takes_cards').eq('id', ctx.companyId).single(),
    ctx.db
      .from('customers')
      .select('stripe_customer_id, payment_method_id, language')
      .eq('company_id', ctx.companyId)
      .eq('id', invoice.customer.id)
      .single(),
    ctx.db
      .from('customer_credits')
      .select('amount_rappen')
      .eq('company_id', ctx.companyId)
      .eq('customer_id', invoice.customer.id),
  ])
  // A link that has lapsed is none; everything else is a failure.
  if (token.error && fromPostgres(token.error).code !== 'not_found') throw fromPostgres(token.error)
  if (company.error) throw fromPostgres(company.error)
  if (customer.error) throw fromPostgres(customer.error)
  if (credits.error) throw fromPostgres(credits.error)
  return {
    payUrl: token.error ? null : siteUrlIn(customer.data.language, ctx.company.slug, `/pay/${token.data}`),
    takesCards: company.data.takes_cards,
    hasCard: Boolean(customer.data.stripe_customer_id && customer.data.payment_method_id),
    creditRappen: credits.data.reduce((sum, { amount_rappen }) => sum + amount_rappen, 0),
  }
}
