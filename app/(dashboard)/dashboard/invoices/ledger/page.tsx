import { getTranslations } from 'next-intl/server'
import { setAccountNumbersAction } from '@/app/(dashboard)/dashboard/invoices/ledger/actions'
import { pageContext } from '@/app/(dashboard)/page-context'
import { pageTitle } from '@/app/(dashboard)/page-title'
import { DetailLayout } from '@/components/dashboard/detail-layout'
import { ChartForm } from '@/components/money/accounting/chart-form'
import { ExportForm } from '@/components/money/accounting/export-form'
import { MoneySections } from '@/components/money/money-sections'
import { TrialBalanceTable } from '@/components/money/trial-balance-table'
import { PageHeader } from '@/components/ui/page-header'
import { localDateOf } from '@/lib/core/dates'
import { getAccountChart } from '@/lib/money/accounting/chart'
import { getTrialBalance } from '@/lib/money/queries/trial-balance'

export const generateMetadata = pageTitle('money', 'ledger.title')

/** What stands in each account of the books, that all of them together are nothing, and the way into the accountant's program. */
export default async function LedgerPage() {
  const ctx = await pageContext('settings.edit')
  const today = localDateOf(ctx.now(), ctx.timeZone)
  const [t, balance, chart] = await Promise.all([
    getTranslations('money'),
    getTrialBalance(ctx),
    getAccountChart(ctx),
  ])
  return (
    <div className="grid gap-5">
      <PageHeader title={t('ledger.title')} description={t('ledger.text')} />
      <MoneySections can={ctx.can} />
      <DetailLayout
        aside={ctx.can('data.export') && <ExportForm from={`${today.slice(0, 7)}-01`} until={today} />}
      >
        <TrialBalanceTable balance={balance} currency={ctx.company.currency} />
        <ChartForm chart={chart} save={setAccountNumbersAction} />
      </DetailLayout>
    </div>
  )
}
