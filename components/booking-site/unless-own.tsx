import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { OwnBooking } from '@/components/booking-site/own-booking'

/** Shows the children, unless it is the reader's own reservation that holds the vehicle of this address: then the way there. */
export function UnlessOwn({ vehicleId, children }: { vehicleId: string; children: ReactNode }) {
  const t = useTranslations('booking-site.gone.own')
  return (
    <OwnBooking vehicleId={vehicleId} title={t('title')} text={t('text')} open={t('open')}>
      {children}
    </OwnBooking>
  )
}
