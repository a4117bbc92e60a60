import { getTranslations } from 'next-intl/server'
import {
  applyCreditAction,
  chargeCardAction,
  creditInvoiceAction,
} from '@/app/(dashboard)/dashboard/invoices/actions'
import { redeemVoucherAction } from '@/app/(dashboard)/dashboard/invoices/vouchers/actions'
import { orNotFound, pageContext } from '@/app/(dashboard)/page-context'
import { HistoryCard } from '@/components/activity/history-card'
import { DetailLayout } from '@/components/dashboard/detail-layout'
import { CreditDialog } from '@/components/money/credit-dialog'
import { CreditNotesCard } from '@/components/money/credit-notes-card'
import { InvoiceDocument } from '@/components/money/invoice-document'
import { InvoiceFacts } from '@/components/money/invoice-facts'
import { InvoiceLines } from '@/components/money/invoice-lines'
import { OpenAmount } from '@/components/money/open-amount'
import { PaymentsCard } from '@/components/money/payments-card'
import { RecordPayment } from '@/components/money/record-payment'
import { RemindersCard } from '@/components/money/reminders-card'
import { WaysToPay } from '@/components/money/ways-to-pay'
import { PageHeader } from '@/components/ui/page-header'
import { StatusBadge } from '@/components/ui/status-badge'
import { listHistory } from '@/lib/activity/queries'
import { localDateOf } from '@/lib/core/dates'
import { listLocations } from '@/lib/fleet/queries/catalogue'
import { getInvoice } from '@/lib/money/queries/detail'
import { getInvoiceDocument } from '@/lib/money/queries/documents'
import { waysToPay } from '@/lib/money/queries/ways-to-pay'
import { isPayable, standingOf } from '@/lib/money/rules'

type InvoicePageProps = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: InvoicePageProps) {
  const ctx = await pageContext('contracts.see')
  return { title: (await orNotFound(getInvoice(ctx, (await params).id))).number }
}

/** One invoice: what is charged, what was paid, what is still open. */
export default async function InvoicePage({ params }: InvoicePageProps) {
  const ctx = await pageContext('contracts.see')
  const { id } = await params
  const invoice = await orNotFound(getInvoice(ctx, id))
  const today = localDateOf(ctx.now(), ctx.timeZone)
  const isLate = isPayable(invoice) && invoice.dueOn < today
  const takesMoney = ctx.can('payments.take') && isPayable(invoice)
  const [t, document, ways, tills, history] = await Promise.all([
    getTranslations('money'),
    getInvoiceDocument(ctx, id),
    takesMoney ? waysToPay(ctx, invoice) : null,
    takesMoney ? listLocations(ctx) : [],
    listHistory(ctx, [
      { table: 'invoices', ids: [id] },
      { table: 'payments', ids: invoice.payments.map((payment) => payment.id) },
    ]),
  ])
  return (
    <div className="grid gap-5">
      <PageHeader
        back={{ href: '/dashboard/invoices', label: t('title') }}
        title={<span className="tabular">{invoice.number}</span>}
        badge={<StatusBadge kind="invoice" status={standingOf(invoice, today)} />}
        actions={
          <>
            {isPayable(invoice) && ctx.can('payments.refund') && (
              <CreditDialog invoice={invoice} credit={creditInvoiceAction} />
            )}
            {takesMoney && (
              <RecordPayment
                invoice={{ id, number: invoice.number, openRappen: invoice.openRappen }}
                currency={invoice.currency}
                today={today}
                tills={tills}
                till={invoice.contract?.reservation.return_location_id}
              />
            )}
          </>
        }
      />
      <DetailLayout
        history={<HistoryCard entries={history} timeZone={ctx.timeZone} currency={ctx.company.currency} />}
        aside={
          <>
            <OpenAmount invoice={invoice} />
            {ways && (
              <WaysToPay
                invoice={invoice}
                ways={ways}
                actions={{ charge: chargeCardAction, credit: applyCreditAction, redeem: redeemVoucherAction }}
              />
            )}
            <PaymentsCard
              payments={invoice.payments}
              currency={invoice.currency}
              timeZone={ctx.timeZone}
              canRefund={ctx.can('payments.refund')}
              canMove={ctx.can('payments.take')}
              packUrl={
                invoice.contract && ctx.can('data.export')
                  ? `/api/contracts/${invoice.contract.id}/dispute-pack`
                  : null
              }
            />
            {invoice.creditNotes.length > 0 && <CreditNotesCard invoice={invoice} />}
            {(isLate || invoice.reminders.length > 0) && (
              <RemindersCard
                invoice={invoice}
                timeZone={ctx.timeZone}
                today={today}
                feeRappen={Number(ctx.company.settings.reminder_fee_rappen)}
                canRemind={isLate && ctx.can('payments.take')}
              />
            )}
            <InvoiceDocument invoiceId={id} document={document} timeZone={ctx.timeZone} />
          </>
        }
      >
        <InvoiceFacts invoice={invoice} />
        <InvoiceLines invoice={invoice} />
      </DetailLayout>
    </div>
  )
}
