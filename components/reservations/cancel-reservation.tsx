'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { cancelReservationAction } from '@/app/(dashboard)/dashboard/reservations/actions'
import { ConfirmAction } from '@/components/dashboard/confirm-action'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { formatDateTime } from '@/lib/core/dates'
import { formatMoney } from '@/lib/core/money'
import type { ReservationDetail } from '@/lib/reservations/queries/detail'
import { refundableRappen } from '@/lib/reservations/rules'

type CancelReservationProps = { reservation: ReservationDetail; canRefund: boolean; timeZone: string }

/** Calls a reservation off; where a deposit was paid, with or without giving it back. */
export function CancelReservation({ reservation, canRefund, timeZone }: CancelReservationProps) {
  const t = useTranslations('reservations.cancel')
  const locale = useLocale()
  const { id, number, customer, vehicle, payments } = reservation
  const paidRappen = payments.reduce((sum, payment) => sum + refundableRappen(payment), 0)
  const [refundDeposit, setRefundDeposit] = useState(canRefund && paidRappen > 0)
  const amount = formatMoney(paidRappen, reservation.currency)
  const time = (instant: string) => formatDateTime(new Date(instant), { timeZone, locale })
  const consequences = [
    t('frees', {
      vehicle: `${vehicle.plate}, ${vehicle.make} ${vehicle.model}`,
      from: time(reservation.startsAt),
      to: time(reservation.endsAt),
    }),
    t(customer.email ? 'tells' : 'tellsNobody', { customer: customer.name }),
    t(paidRappen === 0 ? 'nothingPaid' : refundDeposit ? 'refunds' : 'keeps', { amount }),
  ]
  return (
    <ConfirmAction
      trigger={<Button>{t('action')}</Button>}
      title={t('title', { number })}
      consequences={consequences}
      confirmLabel={t(refundDeposit ? 'confirmRefund' : 'confirm')}
      action={cancelReservationAction}
      input={{ id, refundDeposit }}
      done={t('done', { number })}
    >
      {canRefund && paidRappen > 0 && (
        <Checkbox
          label={t('refundChoice', { amount })}
          checked={refundDeposit}
          onCheckedChange={(checked) => setRefundDeposit(checked === true)}
        />
      )}
    </ConfirmAction>
  )
}
