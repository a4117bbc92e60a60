import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { cellsOf, type ListRow } from '@/components/lists/list-row'
import { LocalDate } from '@/components/money/local-date'
import { Money } from '@/components/ui/money'
import { StatusBadge } from '@/components/ui/status-badge'
import type { InvoiceColumn, InvoiceRow } from '@/lib/money/queries/list'
import { standingOf } from '@/lib/money/rules'

type Labels = { total: string; open: string }

/** Invoices as rows of the list. */
export function invoiceRows(
  invoices: InvoiceRow[],
  columns: InvoiceColumn[],
  { today, labels }: { today: string; labels: Labels },
): ListRow[] {
  return invoices.map((invoice) => ({
    id: invoice.id,
    name: `${invoice.number}, ${invoice.customer.name}`,
    href: `/dashboard/invoices/${invoice.id}`,
    cells: cellsOf(columns, (column) => cells[column](invoice, today)),
    card: {
      title: invoice.customer.name,
      detail: <NumberAndDue invoice={invoice} />,
      aside: (
        <>
          <Money
            amountRappen={invoice.openRappen || invoice.totalRappen}
            currency={invoice.currency}
            className="font-medium"
          />
          <StatusBadge kind="invoice" status={standingOf(invoice, today)} />
        </>
      ),
    },
    // What is void is owed by nobody.
    sums:
      invoice.status === 'void'
        ? {}
        : { [labels.total]: invoice.totalRappen, [labels.open]: invoice.openRappen },
  }))
}

const cells: Record<InvoiceColumn, (row: InvoiceRow, today: string) => ReactNode> = {
  number: (row) => row.number,
  status: (row, today) => <StatusBadge kind="invoice" status={standingOf(row, today)} />,
  customer: (row) => row.customer.name,
  issued: (row) => <LocalDate day={row.issuedOn} />,
  due: (row, today) => (
    <span className={standingOf(row, today) === 'overdue' ? 'text-overdue-text' : undefined}>
      <LocalDate day={row.dueOn} />
    </span>
  ),
  total: (row) => <Money amountRappen={row.totalRappen} bare />,
  open: (row) => (
    <Money amountRappen={row.openRappen} bare className={row.openRappen > 0 ? 'font-medium' : 'text-faint'} />
  ),
  contract: (row) => row.contractNumber,
}

function NumberAndDue({ invoice }: { invoice: InvoiceRow }) {
  const t = useTranslations('money')
  return (
    <>
      <span className="tabular block">{invoice.number}</span>
      {t('dueShort')} <LocalDate day={invoice.dueOn} />
    </>
  )
}
