import { Gift } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { pageContext } from '@/app/(dashboard)/page-context'
import { pageTitle } from '@/app/(dashboard)/page-title'
import { MoneySections } from '@/components/money/money-sections'
import { IssueVoucher } from '@/components/money/vouchers/issue-voucher'
import { VoucherList } from '@/components/money/vouchers/voucher-list'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { localDateOf } from '@/lib/core/dates'
import { toDocumentLanguage } from '@/lib/core/documents/language'
import { listLocations } from '@/lib/fleet/queries/catalogue'
import { listVouchers } from '@/lib/money/vouchers/queries'

export const generateMetadata = pageTitle('money', 'vouchers.title')

/** Vouchers that were sold or given, and what is left of each. */
export default async function VouchersPage() {
  const ctx = await pageContext('money.see')
  const [t, vouchers, locations] = await Promise.all([
    getTranslations('money.vouchers'),
    listVouchers(ctx),
    listLocations(ctx),
  ])
  return (
    <div className="grid grid-cols-1 gap-5">
      <PageHeader
        title={t('title')}
        description={t('text')}
        actions={
          ctx.can('payments.take') && (
            <IssueVoucher
              currency={ctx.company.currency}
              today={localDateOf(ctx.now(), ctx.timeZone)}
              tills={locations}
              canGive={ctx.can('payments.refund')}
              locale={toDocumentLanguage(ctx.company.locale)}
            />
          )
        }
      />
      <MoneySections can={ctx.can} />
      {vouchers.length > 0 ? (
        <VoucherList
          vouchers={vouchers}
          canPrint={ctx.can('payments.take')}
          canVoid={ctx.can('payments.refund')}
        />
      ) : (
        <EmptyState
          picture={<Gift aria-hidden="true" />}
          title={t('empty')}
          className="rounded-lg border bg-surface"
        >
          {t('emptyText')}
        </EmptyState>
      )}
    </div>
  )
}
