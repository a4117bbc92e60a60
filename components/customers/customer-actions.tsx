import { CalendarPlus, MessagesSquare, Pencil } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { BlockDialog } from '@/components/customers/block'
import { Button } from '@/components/ui/button'
import type { CustomerDetail } from '@/lib/customers/queries'

type CustomerActionsProps = {
  customer: CustomerDetail
  canEdit: boolean
  canBlock: boolean
  canReserve: boolean
}

/** What can be done with a customer: reserve first. */
export function CustomerActions({ customer, canEdit, canBlock, canReserve }: CustomerActionsProps) {
  const t = useTranslations('customers.detail')
  const isBlocked = customer.blockedAt !== null
  return (
    <>
      {canBlock && !isBlocked && <BlockDialog customer={customer} />}
      <Button asChild>
        <Link href={`/dashboard/messages/${customer.id}`}>
          <MessagesSquare aria-hidden="true" />
          {t('messages')}
        </Link>
      </Button>
      {canEdit && (
        <Button asChild>
          <Link href={`/dashboard/customers/${customer.id}/edit`}>
            <Pencil aria-hidden="true" />
            {t('edit')}
          </Link>
        </Button>
      )}
      {canReserve && !isBlocked && (
        <Button asChild variant="primary">
          <Link href={`/dashboard/reservations/new?customer=${customer.id}`}>
            <CalendarPlus aria-hidden="true" />
            {t('reserve')}
          </Link>
        </Button>
      )}
    </>
  )
}
