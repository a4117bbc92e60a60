import { orNothing } from '@/components/lists/or-nothing'
import { RecordPanel } from '@/components/lists/record-panel'
import { InvoiceFacts } from '@/components/money/invoice-facts'
import { InvoiceLines } from '@/components/money/invoice-lines'
import { OpenAmount } from '@/components/money/open-amount'
import { PaymentsCard } from '@/components/money/payments-card'
import { StatusBadge } from '@/components/ui/status-badge'
import type { CompanyContext } from '@/lib/core/context'
import { localDateOf } from '@/lib/core/dates'
import { getInvoice } from '@/lib/money/queries/detail'
import { standingOf } from '@/lib/money/rules'

/** An invoice beside the list: what is open, what was paid, what is charged. */
export async function InvoicePanel({ ctx, id }: { ctx: CompanyContext; id: string }) {
  const invoice = await orNothing(getInvoice(ctx, id))
  if (!invoice) return null
  const today = localDateOf(ctx.now(), ctx.timeZone)
  return (
    <RecordPanel
      title={invoice.number}
      badge={<StatusBadge kind="invoice" status={standingOf(invoice, today)} />}
      href={`/dashboard/invoices/${id}`}
    >
      <OpenAmount invoice={invoice} />
      <InvoiceFacts invoice={invoice} />
      <PaymentsCard
        payments={invoice.payments}
        currency={invoice.currency}
        timeZone={ctx.timeZone}
        canRefund={false}
        canMove={false}
        packUrl={null}
      />
      <InvoiceLines invoice={invoice} />
    </RecordPanel>
  )
}
