import { ReceiptText } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { pageContext } from '@/app/(dashboard)/page-context'
import { pageTitle } from '@/app/(dashboard)/page-title'
import { ListPages, type SearchParams } from '@/components/dashboard/list-pages'
import { NothingFound } from '@/components/dashboard/nothing-found'
import { InvoiceTable } from '@/components/money/invoice-table'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Toolbar } from '@/components/ui/toolbar'
import { listInvoices } from '@/lib/money/queries/list'
import { INVOICE_STATUSES, InvoiceFilters } from '@/lib/money/schema'

export const generateMetadata = pageTitle('money')

/** Every invoice, the latest first. */
export default async function InvoicesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const ctx = await pageContext('contracts.see')
  const search = await searchParams
  const [t, status, page] = await Promise.all([
    getTranslations('money'),
    getTranslations('ui.status.invoice'),
    listInvoices(ctx, InvoiceFilters.parse(search)),
  ])
  const isFiltered = Object.keys(search).length > 0
  const isEmpty = page.rows.length === 0
  const options = INVOICE_STATUSES.map((value) => ({ value, label: status(value) }))
  return (
    <div className="grid gap-4">
      <PageHeader title={t('title')} />
      {isEmpty && !isFiltered ? (
        <EmptyState
          picture={<ReceiptText aria-hidden="true" />}
          title={t('empty.title')}
          className="rounded-lg border bg-surface"
        >
          {t('empty.text')}
        </EmptyState>
      ) : (
        <>
          <Toolbar
            filters={[{ key: 'status', label: t('filters.status'), options }]}
            searchLabel={t('search')}
          />
          {isEmpty ? <NothingFound href="/dashboard/invoices" /> : <InvoiceTable invoices={page.rows} />}
          <ListPages page={page} search={search} />
        </>
      )}
    </div>
  )
}
