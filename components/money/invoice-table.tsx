import { useTranslations } from 'next-intl'
import { RowLink } from '@/components/dashboard/row-link'
import { CalendarDay } from '@/components/money/calendar-day'
import { Money } from '@/components/ui/money'
import { StatusBadge } from '@/components/ui/status-badge'
import { Table, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import type { InvoiceRow } from '@/lib/money/queries/list'

/** Invoices, one a row; on a phone the row keeps number, who and what is open. */
export function InvoiceTable({ invoices }: { invoices: InvoiceRow[] }) {
  const t = useTranslations('money')
  return (
    <Table caption={t('title')}>
      <TableHead>
        <TableHeader>{t('list.number')}</TableHeader>
        <TableHeader className="max-sm:hidden">{t('list.status')}</TableHeader>
        <TableHeader>{t('list.customer')}</TableHeader>
        <TableHeader className="max-lg:hidden">{t('list.contract')}</TableHeader>
        <TableHeader className="max-md:hidden">{t('list.issuedOn')}</TableHeader>
        <TableHeader className="max-md:hidden">{t('list.dueOn')}</TableHeader>
        <TableHeader numeric className="max-sm:hidden">
          {t('list.total')}
        </TableHeader>
        <TableHeader numeric>{t('list.open')}</TableHeader>
      </TableHead>
      <tbody>
        {invoices.map((invoice) => (
          <TableRow key={invoice.id} className="relative">
            <TableCell>
              <RowLink href={`/dashboard/invoices/${invoice.id}`}>{invoice.number}</RowLink>
              <span className="mt-0.5 block sm:hidden">
                <StatusBadge kind="invoice" status={invoice.status} />
              </span>
            </TableCell>
            <TableCell className="max-sm:hidden">
              <StatusBadge kind="invoice" status={invoice.status} />
            </TableCell>
            <TableCell className="max-w-56 max-sm:max-w-32">{invoice.customer.name}</TableCell>
            <TableCell className="text-muted max-lg:hidden">{invoice.contract.number}</TableCell>
            <TableCell className="max-md:hidden">
              <CalendarDay day={invoice.issuedOn} />
            </TableCell>
            <TableCell className="max-md:hidden">
              <CalendarDay day={invoice.dueOn} />
            </TableCell>
            <TableCell numeric className="max-sm:hidden">
              <Money amountRappen={invoice.totalRappen} bare />
            </TableCell>
            <TableCell numeric>
              <Money amountRappen={invoice.openRappen} bare />
            </TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  )
}
