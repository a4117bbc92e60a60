import { getTranslations } from 'next-intl/server'
import { editorActions } from '@/app/(dashboard)/dashboard/invoices/editor-actions'
import { orNotFound, pageContext } from '@/app/(dashboard)/page-context'
import { pageTitle } from '@/app/(dashboard)/page-title'
import { queryOf, type SearchParams } from '@/components/lists/list-address'
import { InvoiceEditor } from '@/components/money/editor/invoice-editor'
import { PageHeader } from '@/components/ui/page-header'
import { localDateOf } from '@/lib/core/dates'
import { getCustomer } from '@/lib/customers/queries'
import { priceDraft } from '@/lib/money/drafts/queries'

export const generateMetadata = pageTitle('money', 'editor.new')

/** An invoice nobody has begun yet; `?customer=` says for whom. */
export default async function NewInvoicePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const ctx = await pageContext('payments.take')
  const today = localDateOf(ctx.now(), ctx.timeZone)
  const wanted = queryOf(await searchParams).get('customer')
  const [t, price, customer] = await Promise.all([
    getTranslations('money'),
    priceDraft(ctx, { lines: [], serviceTo: today }),
    wanted ? orNotFound(getCustomer(ctx, wanted)) : null,
  ])
  return (
    <div className="grid max-w-6xl grid-cols-1 gap-5">
      <PageHeader back={{ href: '/dashboard/invoices', label: t('title') }} title={t('editor.new')} />
      <InvoiceEditor
        draft={null}
        customer={customer && { id: customer.id, name: customer.name }}
        today={today}
        currency={ctx.company.currency}
        firstPrice={price}
        actions={editorActions}
      />
    </div>
  )
}
