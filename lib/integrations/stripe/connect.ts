import 'server-only'
import type Stripe from 'stripe'
import { invalidate } from '@/lib/core/cache'
import { fromPostgres } from '@/lib/core/errors'
import { stripe } from '@/lib/integrations/stripe/client'
import type { Db } from '@/lib/supabase/client'

/** Opens an account at Stripe for a company, which is its own there: it has its own dashboard and answers for its losses. The same company gets the same one. */
export async function createConnectedAccount(company: {
  id: string
  name: string
  email: string | null
}): Promise<string> {
  const account = await stripe().accounts.create(
    {
      controller: {
        fees: { payer: 'account' },
        losses: { payments: 'stripe' },
        requirement_collection: 'stripe',
        stripe_dashboard: { type: 'full' },
      },
      capabilities: { card_payments: { requested: true }, transfers: { requested: true } },
      country: 'CH',
      ...(company.email && { email: company.email }),
      business_profile: { name: company.name },
      metadata: { company_id: company.id },
    },
    { idempotencyKey: `account:${company.id}` },
  )
  return account.id
}

/** The address of Stripe's page where a company says what Stripe still wants to know; it opens once, within minutes. */
export async function onboardingUrl(
  account: string,
  pages: { returnUrl: string; refreshUrl: string },
): Promise<string> {
  const link = await stripe().accountLinks.create({
    account,
    type: 'account_onboarding',
    return_url: pages.returnUrl,
    refresh_url: pages.refreshUrl,
  })
  return link.url
}

/** Brings what is kept of an account to where Stripe has it now, unless somebody asked later and was answered first; null for an account of nobody here. */
export async function syncAccount(db: Db, account: string): Promise<string | null> {
  const askedAt = new Date().toISOString()
  const now = await stripe().accounts.retrieve(account)
  const { data, error } = await db.rpc('note_stripe_account', {
    p_account: account,
    p_takes_cards: now.charges_enabled,
    p_standing: { ...standingOf(now), asked_at: askedAt },
  })
  if (error) throw fromPostgres(error)
  // The site asks for a deposit from now on, or not any more.
  if (data) await invalidate(data, 'settings')
  return data
}

function standingOf(account: Stripe.Account) {
  const { requirements } = account
  return {
    payouts_enabled: account.payouts_enabled,
    details_submitted: account.details_submitted,
    currently_due: requirements?.currently_due ?? [],
    past_due: requirements?.past_due ?? [],
    disabled_reason: requirements?.disabled_reason ?? null,
  }
}
