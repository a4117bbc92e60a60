import { FileText } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { orNotFound, pageContext } from '@/app/(dashboard)/page-context'
import { ActivityList } from '@/components/activity/activity-list'
import { ContactCard } from '@/components/contracts/contact-card'
import { RefreshUntilSealed } from '@/components/contracts/refresh-until-sealed'
import { DetailLayout } from '@/components/dashboard/detail-layout'
import { InvoiceFacts } from '@/components/money/invoice-facts'
import { InvoiceLines } from '@/components/money/invoice-lines'
import { InvoicePayments } from '@/components/money/invoice-payments'
import { PaymentDialog } from '@/components/money/payment-dialog'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { StatusBadge } from '@/components/ui/status-badge'
import { listHistory } from '@/lib/activity/queries'
import { localDateOf } from '@/lib/core/dates'
import { getInvoice, isInvoiceSealed } from '@/lib/money/queries/detail'

type InvoicePageProps = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: InvoicePageProps) {
  const ctx = await pageContext('contracts.see')
  return { title: (await orNotFound(getInvoice(ctx, (await params).id))).number }
}

/** One invoice: what for, what came in, what is open. */
export default async function InvoicePage({ params }: InvoicePageProps) {
  const ctx = await pageContext('contracts.see')
  const { id } = await params
  const invoice = await orNotFound(getInvoice(ctx, id))
  const [t, isSealed, history] = await Promise.all([
    getTranslations('money'),
    isInvoiceSealed(ctx, id),
    listHistory(ctx, [
      { table: 'invoices', ids: [id] },
      { table: 'payments', ids: invoice.payments.map((payment) => payment.id) },
    ]),
  ])
  const canPay = ctx.can('payments.take') && invoice.openRappen > 0 && invoice.status !== 'void'
  return (
    <div className="grid gap-5">
      <PageHeader
        back={{ href: '/dashboard/invoices', label: t('title') }}
        title={<span className="tabular">{invoice.number}</span>}
        badge={<StatusBadge kind="invoice" status={invoice.status} />}
        actions={
          <>
            {isSealed ? (
              <Button asChild>
                <a href={`/api/invoices/${id}/pdf`} target="_blank" rel="noreferrer">
                  <FileText aria-hidden="true" />
                  {t('detail.pdf')}
                </a>
              </Button>
            ) : (
              <Button disabled>
                {t('detail.sealing')}
                <RefreshUntilSealed />
              </Button>
            )}
            {canPay && <PaymentDialog invoice={invoice} today={localDateOf(ctx.now(), ctx.timeZone)} />}
          </>
        }
      />
      <DetailLayout
        aside={
          <>
            <ContactCard customer={invoice.customer} />
            <InvoicePayments invoice={invoice} timeZone={ctx.timeZone} />
          </>
        }
      >
        <InvoiceFacts invoice={invoice} />
        <InvoiceLines invoice={invoice} />
        <Card title={t('detail.history')} flush>
          <ActivityList entries={history} timeZone={ctx.timeZone} empty={t('detail.historyNone')} />
        </Card>
      </DetailLayout>
    </div>
  )
}
