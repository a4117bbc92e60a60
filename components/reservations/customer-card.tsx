import { useTranslations } from 'next-intl'
import { Phone } from '@/components/customers/phone'
import { Alert } from '@/components/ui/alert'
import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/text-link'
import type { ReservationDetail } from '@/lib/reservations/queries/detail'

/** Who rents, and how to reach them. */
export function CustomerCard({ customer }: { customer: ReservationDetail['customer'] }) {
  const t = useTranslations('reservations.detail')
  return (
    <Card title={t('customer')}>
      <div className="grid gap-2 text-sm">
        <TextLink
          href={`/dashboard/customers/${customer.id}`}
          className="w-fit max-w-full truncate font-medium"
        >
          {customer.name}
        </TextLink>
        {customer.phone && <Phone number={customer.phone} className="w-fit" />}
        {customer.email && (
          <a href={`mailto:${customer.email}`} className="w-fit max-w-full truncate hover:underline">
            {customer.email}
          </a>
        )}
        {customer.blockedReason !== null && (
          <Alert tone="danger" title={t('blocked', { reason: customer.blockedReason })} />
        )}
      </div>
    </Card>
  )
}
