import { getPaymentAccount } from '@/lib/companies/payments/queries'
import type { CompanyContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'
import { appUrl } from '@/lib/core/hosts'
import { serviceContext } from '@/lib/core/service-context'
import { createConnectedAccount, onboardingUrl, syncAccount } from '@/lib/integrations/stripe/connect'

const PAGE = '/dashboard/settings/payments'

/**
 * Opens Stripe's page where the company connects its account, or goes on where it left off, and gives its address.
 * From the first time on no card is taken until Stripe has said that it may be.
 */
export async function connectAccount(ctx: CompanyContext): Promise<{ url: string }> {
  const { id, company } = await getPaymentAccount(ctx)
  const account = id ?? (await keepAccount(ctx, company))
  const url = await onboardingUrl(account, {
    returnUrl: appUrl(`${PAGE}?returned`),
    refreshUrl: appUrl(`${PAGE}?lapsed`),
  })
  ctx.log.info({ event: 'payment_account.onboarding_opened' })
  return { url }
}

/** Asks Stripe how the account stands; whoever comes back from its page should not have to wait for the event. */
export async function refreshAccount(ctx: CompanyContext): Promise<void> {
  const { id } = await getPaymentAccount(ctx)
  if (id) await syncAccount(service(ctx).db, id)
}

async function keepAccount(
  ctx: CompanyContext,
  company: { name: string; email: string | null },
): Promise<string> {
  const { data, error } = await service(ctx).db.rpc('keep_stripe_account', {
    p_company_id: ctx.companyId,
    p_account: await createConnectedAccount({ id: ctx.companyId, ...company }),
  })
  if (error) throw fromPostgres(error)
  await refreshAccount(ctx)
  return data
}

function service(ctx: CompanyContext) {
  return serviceContext(ctx.companyId, 'payment-account', ctx.requestId)
}
