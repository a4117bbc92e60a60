import { getTranslations } from 'next-intl/server'
import { editorActions } from '@/app/(dashboard)/dashboard/invoices/editor-actions'
import { orNotFound, pageContext } from '@/app/(dashboard)/page-context'
import { pageTitle } from '@/app/(dashboard)/page-title'
import { InvoiceEditor } from '@/components/money/editor/invoice-editor'
import { PageHeader } from '@/components/ui/page-header'
import { StatusBadge } from '@/components/ui/status-badge'
import { localDateOf } from '@/lib/core/dates'
import { getDraft, priceDraft } from '@/lib/money/drafts/queries'

export const generateMetadata = pageTitle('money', 'editor.title')

/** An invoice that is still being written. */
export default async function EditInvoicePage({ params }: { params: Promise<{ id: string }> }) {
  const ctx = await pageContext('payments.take')
  const draft = await orNotFound(getDraft(ctx, (await params).id))
  const [t, price] = await Promise.all([getTranslations('money'), priceDraft(ctx, draft)])
  return (
    <div className="grid max-w-6xl grid-cols-1 gap-5">
      <PageHeader
        back={{ href: '/dashboard/invoices', label: t('title') }}
        title={t('editor.title')}
        badge={<StatusBadge kind="invoice" status="draft" />}
      />
      <InvoiceEditor
        key={draft.id}
        draft={draft}
        customer={null}
        today={localDateOf(ctx.now(), ctx.timeZone)}
        currency={ctx.company.currency}
        firstPrice={price}
        actions={editorActions}
      />
    </div>
  )
}
