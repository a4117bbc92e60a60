import { useTranslations } from 'next-intl'
import { Phone } from '@/components/customers/phone'
import { RowLink } from '@/components/dashboard/row-link'
import { Badge } from '@/components/ui/badge'
import { DateTime } from '@/components/ui/date-time'
import { Table, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import type { CustomerRow } from '@/lib/customers/queries'

type CustomerTableProps = { customers: CustomerRow[]; timeZone: string }

/** Customers, one a row. */
export function CustomerTable({ customers, timeZone }: CustomerTableProps) {
  const t = useTranslations('customers')
  return (
    <Table caption={t('title')}>
      <TableHead>
        <TableHeader>{t('columns.name')}</TableHeader>
        <TableHeader className="max-lg:hidden">{t('columns.number')}</TableHeader>
        <TableHeader>{t('columns.phone')}</TableHeader>
        <TableHeader className="max-sm:hidden">{t('columns.email')}</TableHeader>
        <TableHeader className="max-md:hidden">{t('columns.town')}</TableHeader>
        <TableHeader className="max-xl:hidden">{t('columns.language')}</TableHeader>
        <TableHeader className="max-xl:hidden">{t('columns.since')}</TableHeader>
      </TableHead>
      <tbody>
        {customers.map((customer) => (
          <TableRow key={customer.id} className="relative">
            <TableCell className="max-sm:max-w-44">
              <RowLink href={`/dashboard/customers/${customer.id}`}>{customer.name}</RowLink>
              {customer.kind === 'firm' && <Badge className="ml-2">{t('firm')}</Badge>}
              {customer.isBlocked && <Badge className="ml-2 text-overdue-text">{t('blocked')}</Badge>}
            </TableCell>
            <TableCell className="text-muted max-lg:hidden">{customer.number}</TableCell>
            <TableCell>{customer.phone && <Phone number={customer.phone} />}</TableCell>
            <TableCell className="max-w-64 max-sm:hidden">{customer.email}</TableCell>
            <TableCell className="max-md:hidden">
              {[customer.postalCode, customer.town].filter(Boolean).join(' ')}
            </TableCell>
            <TableCell className="text-muted max-xl:hidden">{t(`languages.${customer.language}`)}</TableCell>
            <TableCell className="text-muted max-xl:hidden">
              <DateTime instant={customer.createdAt} timeZone={timeZone} show="date" />
            </TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  )
}
