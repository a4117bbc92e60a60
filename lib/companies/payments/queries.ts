import { z } from 'zod'
import { accountState, demandsOf } from '@/lib/companies/payments/rules'
import type { CompanyContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'

const Standing = z.object({
  payouts_enabled: z.boolean().default(false),
  details_submitted: z.boolean().default(false),
  currently_due: z.array(z.string()).default([]),
  past_due: z.array(z.string()).default([]),
})

export type PaymentAccount = Awaited<ReturnType<typeof getPaymentAccount>>

/** The account at Stripe that the company is paid through: how it stands, and what Stripe still wants to know. */
export async function getPaymentAccount(ctx: CompanyContext) {
  const { data, error } = await ctx.db
    .from('companies')
    .select('name, legal_name, email, stripe_account_id, takes_cards, stripe_standing')
    .eq('id', ctx.companyId)
    .single()
  if (error) throw fromPostgres(error)
  const standing = Standing.parse(data.stripe_standing)
  const due = [...standing.past_due, ...standing.currently_due]
  const account = {
    id: data.stripe_account_id,
    takesCards: data.takes_cards,
    payoutsEnabled: standing.payouts_enabled,
    detailsSubmitted: standing.details_submitted,
    due,
  }
  return {
    id: account.id,
    state: accountState(account),
    demands: demandsOf(due),
    company: { name: data.legal_name ?? data.name, email: data.email },
  }
}
