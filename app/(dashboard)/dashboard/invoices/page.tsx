import { getTranslations } from 'next-intl/server'
import { pageContext } from '@/app/(dashboard)/page-context'
import { pageTitle } from '@/app/(dashboard)/page-title'
import { ListPages, type SearchParams } from '@/components/dashboard/list-pages'
import { NothingFound } from '@/components/dashboard/nothing-found'
import { EmptyInvoices } from '@/components/money/empty-invoices'
import { InvoiceSums } from '@/components/money/invoice-sums'
import { InvoiceTable } from '@/components/money/invoice-table'
import { PageHeader } from '@/components/ui/page-header'
import { Toolbar } from '@/components/ui/toolbar'
import { localDateOf } from '@/lib/core/dates'
import { listInvoices } from '@/lib/money/queries/list'
import { sumUnpaid } from '@/lib/money/queries/unpaid'
import { INVOICE_STATUSES, InvoiceFilters } from '@/lib/money/schema'

export const generateMetadata = pageTitle('money')

/** Every invoice, the latest first, and what is still owed. */
export default async function InvoicesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const ctx = await pageContext('contracts.see')
  const search = await searchParams
  const today = localDateOf(ctx.now(), ctx.timeZone)
  const [t, status, page, unpaid] = await Promise.all([
    getTranslations('money'),
    getTranslations('ui.status.invoice'),
    listInvoices(ctx, InvoiceFilters.parse(search)),
    sumUnpaid(ctx, today),
  ])
  const isFiltered = Object.keys(search).length > 0
  const isEmpty = page.rows.length === 0
  const filter = {
    key: 'status',
    label: t('filters.status'),
    options: INVOICE_STATUSES.map((value) => ({ value, label: status(value) })),
  }
  return (
    <div className="grid gap-4">
      <PageHeader title={t('title')} />
      {isEmpty && !isFiltered ? (
        <EmptyInvoices />
      ) : (
        <>
          <InvoiceSums unpaid={unpaid} />
          <Toolbar filters={[filter]} searchLabel={t('search')} />
          {isEmpty ? (
            <NothingFound href="/dashboard/invoices" />
          ) : (
            <InvoiceTable invoices={page.rows} today={today} />
          )}
          <ListPages page={page} search={search} />
        </>
      )}
    </div>
  )
}
