import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { pageContext } from '@/app/(dashboard)/page-context'
import { pageTitle } from '@/app/(dashboard)/page-title'
import { PaymentAccountCard } from '@/components/companies/payments/payment-account-card'
import { Alert } from '@/components/ui/alert'
import { refreshAccount } from '@/lib/companies/payments/commands'
import { getPaymentAccount } from '@/lib/companies/payments/queries'

export const generateMetadata = pageTitle('settings', 'payments.title')

type PaymentsPageProps = { searchParams: Promise<{ returned?: string; lapsed?: string }> }

/** How the company is paid by card; also where Stripe sends back who was on its page, done or with a link that had lapsed. */
export default async function PaymentsPage({ searchParams }: PaymentsPageProps) {
  const ctx = await pageContext('settings.edit')
  const { returned, lapsed } = await searchParams
  if (returned !== undefined) {
    await refreshAccount(ctx)
    // Within one request the same question to the database is asked once: only another one sees what Stripe has just said.
    redirect('/dashboard/settings/payments')
  }
  const [t, account] = await Promise.all([getTranslations('settings.payments'), getPaymentAccount(ctx)])
  return (
    <div className="grid max-w-3xl content-start gap-6">
      {lapsed !== undefined && account.state !== 'ready' && <Alert tone="info">{t('lapsed')}</Alert>}
      <PaymentAccountCard account={account} canConnect={ctx.can('billing.manage')} />
    </div>
  )
}
