import { CircleCheck } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { pageContext } from '@/app/(dashboard)/page-context'
import { pageTitle } from '@/app/(dashboard)/page-title'
import { MoneySections } from '@/components/money/money-sections'
import { IssueMonthly } from '@/components/money/monthly/issue-monthly'
import { MonthSteps } from '@/components/money/monthly/month-steps'
import { MonthlyBills } from '@/components/money/monthly/monthly-bills'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { localDateOf } from '@/lib/core/dates'
import { previewMonthlyInvoices } from '@/lib/money/monthly/queries'
import { monthBefore } from '@/lib/money/monthly/rules'
import { Month } from '@/lib/money/monthly/schema'

export const generateMetadata = pageTitle('money', 'monthly.title')

const Query = z.object({ month: Month.optional().catch(undefined) })

type MonthlyPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** What a month's invoices would be, before the scheduled run or somebody here issues them. */
export default async function MonthlyPage({ searchParams }: MonthlyPageProps) {
  const ctx = await pageContext('money.see')
  const canIssue = ctx.can('payments.take')
  const last = monthBefore(localDateOf(ctx.now(), ctx.timeZone))
  const { month: asked } = Query.parse(await searchParams)
  const month = asked && asked < last ? asked : last
  const [t, bills] = await Promise.all([getTranslations('money.monthly'), previewMonthlyInvoices(ctx, month)])
  const { currency } = ctx.company
  const total = bills.reduce((sum, bill) => sum + bill.totalRappen, 0)
  return (
    <div className="grid grid-cols-1 gap-5">
      <PageHeader
        title={t('title')}
        description={t('text')}
        actions={
          canIssue &&
          bills.length > 0 && (
            <IssueMonthly
              month={month}
              count={bills.length}
              totalRappen={total}
              currency={currency}
              variant="primary"
            />
          )
        }
      />
      <MoneySections can={ctx.can} />
      <MonthSteps month={month} last={last} />
      {bills.length > 0 ? (
        <MonthlyBills bills={bills} month={month} currency={currency} canIssue={canIssue} />
      ) : (
        <EmptyState
          picture={<CircleCheck aria-hidden="true" />}
          title={t('empty')}
          className="rounded-lg border bg-surface"
        >
          {t('emptyText')}
        </EmptyState>
      )}
    </div>
  )
}
