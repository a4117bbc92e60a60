import { Plus } from 'lucide-react'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { pageContext } from '@/app/(dashboard)/page-context'
import { pageTitle } from '@/app/(dashboard)/page-title'
import { isNarrowed, queryOf, type SearchParams } from '@/components/lists/list-address'
import { ListScreen } from '@/components/lists/list-screen'
import { DraftList } from '@/components/money/draft-list'
import { EmptyInvoices } from '@/components/money/empty-invoices'
import { InvoicePanel } from '@/components/money/invoice-panel'
import { invoiceRows } from '@/components/money/invoice-rows'
import { InvoiceSums } from '@/components/money/invoice-sums'
import { MoneySections } from '@/components/money/money-sections'
import { Button } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { localDateOf } from '@/lib/core/dates'
import { listSavedViews } from '@/lib/lists/queries'
import { listDrafts } from '@/lib/money/drafts/queries'
import { getAgeing } from '@/lib/money/queries/ageing'
import { type InvoiceColumn, invoiceList, listInvoices } from '@/lib/money/queries/list'
import { AGES, INVOICE_STATUSES, InvoiceFilters } from '@/lib/money/schema'

export const generateMetadata = pageTitle('money')

/** Every invoice, the latest first, and what is still owed. */
export default async function InvoicesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const ctx = await pageContext('contracts.see')
  const search = await searchParams
  const query = InvoiceFilters.parse(search)
  const today = localDateOf(ctx.now(), ctx.timeZone)
  const [t, status, page, ageing, views, drafts] = await Promise.all([
    getTranslations('money'),
    getTranslations('ui.status.invoice'),
    listInvoices(ctx, query),
    getAgeing(ctx),
    listSavedViews(ctx, 'invoices'),
    ctx.can('payments.take') ? listDrafts(ctx) : [],
  ])
  const columnLabel = (key: InvoiceColumn) => t(`columns.${key}`, { currency: ctx.company.currency })
  const labels = { total: columnLabel('total'), open: columnLabel('open') }
  const filters = [
    {
      key: 'status',
      label: t('filters.status'),
      options: INVOICE_STATUSES.map((value) => ({ value, label: status(value) })),
    },
    {
      key: 'age',
      label: t('filters.age'),
      options: AGES.map((value) => ({ value, label: t(`sums.ages.${value}`) })),
    },
  ]
  return (
    <div className="grid gap-4">
      <PageHeader
        title={t('title')}
        actions={
          ctx.can('payments.take') && (
            <Button asChild variant="primary">
              <Link href="/dashboard/invoices/new">
                <Plus aria-hidden="true" />
                {t('editor.new')}
              </Link>
            </Button>
          )
        }
      />
      <MoneySections can={ctx.can} />
      {drafts.length > 0 && <DraftList drafts={drafts} timeZone={ctx.timeZone} />}
      {page.rows.length === 0 && !isNarrowed(queryOf(search)) ? (
        <EmptyInvoices />
      ) : (
        <>
          <InvoiceSums ageing={ageing} chosen={query.age} currency={ctx.company.currency} />
          <ListScreen
            list={invoiceList}
            caption={t('title')}
            path="/dashboard/invoices"
            search={search}
            query={query}
            page={page}
            rows={(columns) => invoiceRows(page.rows, columns, { today, labels })}
            columnLabel={columnLabel}
            numeric={['total', 'open']}
            filters={filters}
            searchLabel={t('search')}
            views={views}
            canDeleteShared={ctx.can('settings.edit')}
            exportHref={ctx.can('data.export') && '/api/invoices/export'}
            panel={(id) => <InvoicePanel ctx={ctx} id={id} />}
          />
        </>
      )}
    </div>
  )
}
