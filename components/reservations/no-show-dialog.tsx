import { useTranslations } from 'next-intl'
import { markNoShowAction } from '@/app/(dashboard)/dashboard/reservations/actions'
import { ConfirmAction } from '@/components/dashboard/confirm-action'
import { Button } from '@/components/ui/button'
import { formatMoney } from '@/lib/core/money'
import type { ReservationDetail } from '@/lib/reservations/queries/detail'
import { refundableRappen } from '@/lib/reservations/rules'

/** Notes that nobody came for the vehicle. */
export function NoShowDialog({ reservation }: { reservation: ReservationDetail }) {
  const t = useTranslations('reservations.noShow')
  const { id, number, customer, vehicle, payments } = reservation
  const paidRappen = payments.reduce((sum, payment) => sum + refundableRappen(payment), 0)
  const consequences = [
    t('frees', { vehicle: `${vehicle.plate}, ${vehicle.make} ${vehicle.model}` }),
    paidRappen > 0 && t('keeps', { amount: formatMoney(paidRappen, reservation.currency) }),
    t('final'),
  ].filter((sentence) => sentence !== false)
  return (
    <ConfirmAction
      trigger={<Button>{t('action')}</Button>}
      title={t('title', { customer: customer.name })}
      consequences={consequences}
      confirmLabel={t('confirm')}
      action={markNoShowAction}
      input={{ id }}
      done={t('done', { number })}
    />
  )
}
