import { getTranslations } from 'next-intl/server'
import { pageContext } from '@/app/(dashboard)/page-context'
import { pageTitle } from '@/app/(dashboard)/page-title'
import { MoneySections } from '@/components/money/money-sections'
import { TrialBalanceTable } from '@/components/money/trial-balance-table'
import { PageHeader } from '@/components/ui/page-header'
import { getTrialBalance } from '@/lib/money/queries/trial-balance'

export const generateMetadata = pageTitle('money', 'ledger.title')

/** What stands in each account of the books, and that all of them together are nothing. */
export default async function LedgerPage() {
  const ctx = await pageContext('settings.edit')
  const [t, balance] = await Promise.all([getTranslations('money'), getTrialBalance(ctx)])
  return (
    <div className="grid max-w-3xl gap-5">
      <PageHeader title={t('ledger.title')} description={t('ledger.text')} />
      <MoneySections can={ctx.can} />
      <TrialBalanceTable balance={balance} currency={ctx.company.currency} />
    </div>
  )
}
