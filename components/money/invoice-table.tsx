import { useTranslations } from 'next-intl'
import { RowLink } from '@/components/dashboard/row-link'
import { LocalDate } from '@/components/money/local-date'
import { Money } from '@/components/ui/money'
import { RowList, RowLink as RowListLink } from '@/components/ui/row-list'
import { StatusBadge } from '@/components/ui/status-badge'
import { Table, TableCell, TableFoot, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import type { InvoiceRow } from '@/lib/money/queries/list'
import { standingOf } from '@/lib/money/rules'

type InvoiceTableProps = { invoices: InvoiceRow[]; today: string }

/** Invoices, one a row, with the sums of what is shown; on a phone a list of lines to press. */
export function InvoiceTable({ invoices, today }: InvoiceTableProps) {
  const t = useTranslations('money')
  const counted = invoices.filter(({ status }) => status !== 'void')
  const sum = (key: 'totalRappen' | 'openRappen') => counted.reduce((all, row) => all + row[key], 0)
  return (
    <>
      <div className="max-sm:hidden">
        <Table caption={t('title')}>
          <TableHead>
            <TableHeader>{t('columns.number')}</TableHeader>
            <TableHeader>{t('columns.status')}</TableHeader>
            <TableHeader>{t('columns.customer')}</TableHeader>
            <TableHeader className="max-lg:hidden">{t('columns.issued')}</TableHeader>
            <TableHeader>{t('columns.due')}</TableHeader>
            <TableHeader numeric className="max-md:hidden">
              {t('columns.total')}
            </TableHeader>
            <TableHeader numeric>{t('columns.open')}</TableHeader>
          </TableHead>
          <tbody>
            {invoices.map((invoice) => (
              <InvoiceTableRow key={invoice.id} invoice={invoice} today={today} />
            ))}
          </tbody>
          <TableFoot>
            <TableCell colSpan={3}>{t('columns.sum')}</TableCell>
            <TableCell className="max-lg:hidden" />
            <TableCell />
            <TableCell numeric className="max-md:hidden">
              <Money amountRappen={sum('totalRappen')} bare />
            </TableCell>
            <TableCell numeric>
              <Money amountRappen={sum('openRappen')} bare />
            </TableCell>
          </TableFoot>
        </Table>
      </div>
      <RowList className="sm:hidden">
        {invoices.map((invoice) => (
          <RowListLink
            key={invoice.id}
            href={`/dashboard/invoices/${invoice.id}`}
            title={invoice.customer.name}
            detail={
              <>
                <span className="tabular block">{invoice.number}</span>
                {t('dueShort')} <LocalDate day={invoice.dueOn} />
              </>
            }
            aside={
              <>
                <Money amountRappen={invoice.openRappen || invoice.totalRappen} className="font-medium" />
                <StatusBadge kind="invoice" status={standingOf(invoice, today)} />
              </>
            }
          />
        ))}
      </RowList>
    </>
  )
}

function InvoiceTableRow({ invoice, today }: { invoice: InvoiceRow; today: string }) {
  const standing = standingOf(invoice, today)
  return (
    <TableRow className="relative">
      <TableCell>
        <RowLink href={`/dashboard/invoices/${invoice.id}`}>{invoice.number}</RowLink>
      </TableCell>
      <TableCell>
        <StatusBadge kind="invoice" status={standing} />
      </TableCell>
      <TableCell className="max-w-64">{invoice.customer.name}</TableCell>
      <TableCell className="text-muted max-lg:hidden">
        <LocalDate day={invoice.issuedOn} />
      </TableCell>
      <TableCell className={standing === 'overdue' ? 'text-overdue-text' : undefined}>
        <LocalDate day={invoice.dueOn} />
      </TableCell>
      <TableCell numeric className="max-md:hidden">
        <Money amountRappen={invoice.totalRappen} bare />
      </TableCell>
      <TableCell numeric>
        <Money
          amountRappen={invoice.openRappen}
          bare
          className={invoice.openRappen > 0 ? 'font-medium' : 'text-faint'}
        />
      </TableCell>
    </TableRow>
  )
}
