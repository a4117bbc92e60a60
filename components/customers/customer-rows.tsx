import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Phone } from '@/components/customers/phone'
import { cellsOf, type ListRow } from '@/components/lists/list-row'
import { TagList } from '@/components/lists/tag-list'
import { Badge } from '@/components/ui/badge'
import { DateTime } from '@/components/ui/date-time'
import type { CustomerColumn, CustomerRow } from '@/lib/customers/list'

/** Customers as rows of the list. */
export function customerRows(
  customers: CustomerRow[],
  columns: CustomerColumn[],
  timeZone: string,
): ListRow[] {
  return customers.map((customer) => ({
    id: customer.id,
    name: customer.name,
    href: `/dashboard/customers/${customer.id}`,
    cells: cellsOf(columns, (column) => cells[column](customer, timeZone)),
    card: {
      title: customer.name,
      detail: [customer.number, customer.town].filter(Boolean).join(', '),
      aside: <Marks customer={customer} />,
    },
  }))
}

const cells: Record<CustomerColumn, (row: CustomerRow, timeZone: string) => ReactNode> = {
  name: (row) => (
    <>
      {row.name}
      <Marks customer={row} />
    </>
  ),
  number: (row) => row.number,
  phone: (row) => row.phone && <Phone number={row.phone} />,
  email: (row) => row.email,
  town: (row) => [row.postalCode, row.town].filter(Boolean).join(' '),
  tags: (row) => <TagList tags={row.tags} />,
  language: (row) => <Language language={row.language} />,
  since: (row, timeZone) => <DateTime instant={row.createdAt} timeZone={timeZone} show="date" />,
}

function Marks({ customer }: { customer: CustomerRow }) {
  const t = useTranslations('customers')
  return (
    <>
      {customer.kind === 'firm' && <Badge className="ml-2">{t('firm')}</Badge>}
      {customer.isBlocked && <Badge className="ml-2 text-overdue-text">{t('blocked')}</Badge>}
    </>
  )
}

function Language({ language }: Pick<CustomerRow, 'language'>) {
  return useTranslations('customers.languages')(language)
}
