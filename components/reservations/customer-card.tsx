import { useTranslations } from 'next-intl'
import { ContactLines } from '@/components/customers/contact-lines'
import { Alert } from '@/components/ui/alert'
import { Card } from '@/components/ui/card'
import type { ReservationDetail } from '@/lib/reservations/queries/detail'

/** Who rents, and how to reach them. */
export function CustomerCard({ customer }: { customer: ReservationDetail['customer'] }) {
  const t = useTranslations('reservations.detail')
  return (
    <Card title={t('customer')}>
      <ContactLines customer={customer}>
        {customer.blockedReason !== null && (
          <Alert tone="danger" title={t('blocked', { reason: customer.blockedReason })} />
        )}
      </ContactLines>
    </Card>
  )
}
