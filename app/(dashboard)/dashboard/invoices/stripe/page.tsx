import { getTranslations } from 'next-intl/server'
import { pageContext } from '@/app/(dashboard)/page-context'
import { pageTitle } from '@/app/(dashboard)/page-title'
import { MoneySections } from '@/components/money/money-sections'
import { Findings } from '@/components/money/stripe/findings'
import { PayoutList } from '@/components/money/stripe/payout-list'
import { Alert } from '@/components/ui/alert'
import { PageHeader } from '@/components/ui/page-header'
import { TextLink } from '@/components/ui/text-link'
import { getPaymentAccount } from '@/lib/companies/payments/queries'
import { lastReconciledAt, listPayouts, listStripeFindings } from '@/lib/money/stripe/queries'

export const generateMetadata = pageTitle('money', 'stripe.title')

/** What does not match between our books and Stripe's, and what Stripe paid out. */
export default async function StripePage() {
  const ctx = await pageContext('money.see')
  const [t, account, findings, payouts, checkedAt] = await Promise.all([
    getTranslations('money.stripe'),
    getPaymentAccount(ctx),
    listStripeFindings(ctx),
    listPayouts(ctx),
    lastReconciledAt(ctx),
  ])
  return (
    <div className="grid gap-5">
      <PageHeader title={t('title')} description={t('text')} />
      <MoneySections can={ctx.can} />
      {['begun', 'checking', 'stopped'].includes(account.state) && (
        <Alert
          tone="warning"
          title={t('cardsOff')}
          actions={
            ctx.can('settings.edit') && (
              <TextLink href="/dashboard/settings/payments">{t('toAccount')}</TextLink>
            )
          }
        >
          {t('cardsOffText')}
        </Alert>
      )}
      <Findings
        findings={findings}
        checkedAt={checkedAt}
        timeZone={ctx.timeZone}
        canSettle={ctx.can('payments.refund')}
      />
      <PayoutList payouts={payouts} timeZone={ctx.timeZone} />
    </div>
  )
}
