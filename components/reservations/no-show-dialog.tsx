import { useTranslations } from 'next-intl'
import { markNoShowAction } from '@/app/(dashboard)/dashboard/reservations/actions'
import { ConfirmAction } from '@/components/dashboard/confirm-action'
import { Button } from '@/components/ui/button'
import { formatMoney } from '@/lib/core/money'
import type { ReservationDetail } from '@/lib/reservations/queries/detail'
import type { EndTerms } from '@/lib/reservations/queries/end-terms'

type NoShowDialogProps = { reservation: ReservationDetail; terms: EndTerms['noShow'] }

/** Notes that nobody came for the vehicle. */
export function NoShowDialog({ reservation, terms }: NoShowDialogProps) {
  const t = useTranslations('reservations.noShow')
  const { id, number, customer, vehicle, currency } = reservation
  const keptRappen = terms.paidRappen - terms.refundRappen
  const consequences = [
    t('frees', { vehicle: `${vehicle.plate}, ${vehicle.make} ${vehicle.model}` }),
    keptRappen > 0 && t('keeps', { amount: formatMoney(keptRappen, currency) }),
    terms.refundRappen > 0 && t('refunds', { amount: formatMoney(terms.refundRappen, currency) }),
    t('final'),
  ].filter((sentence) => sentence !== false)
  return (
    <ConfirmAction
      trigger={<Button>{t('action')}</Button>}
      title={t('title', { customer: customer.name })}
      consequences={consequences}
      confirmLabel={t('confirm')}
      action={markNoShowAction}
      input={{ id, seenRefundRappen: terms.refundRappen }}
      done={t('done', { number })}
    />
  )
}
