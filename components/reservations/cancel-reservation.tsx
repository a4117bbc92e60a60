'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { cancelReservationAction } from '@/app/(dashboard)/dashboard/reservations/actions'
import { ConfirmAction } from '@/components/dashboard/confirm-action'
import { Button } from '@/components/ui/button'
import { Radio, RadioGroup } from '@/components/ui/radio-group'
import { formatDateTime } from '@/lib/core/dates'
import { formatMoney } from '@/lib/core/money'
import type { ReservationDetail } from '@/lib/reservations/queries/detail'
import type { EndTerms } from '@/lib/reservations/queries/end-terms'

type CancelReservationProps = {
  reservation: ReservationDetail
  terms: EndTerms['cancellation']
  canRefund: boolean
  timeZone: string
}

/** Calls a reservation off and says what goes back; who may refund can give back all or nothing instead. */
export function CancelReservation({ reservation, terms, canRefund, timeZone }: CancelReservationProps) {
  const t = useTranslations('reservations.cancel')
  const locale = useLocale()
  const { id, number, customer, vehicle, currency } = reservation
  const { paidRappen, percent } = terms
  // What is agreed, until somebody chooses otherwise: it follows what is paid while the page is open.
  const [chosenRappen, choose] = useState<number | null>(null)
  const refundRappen = chosenRappen ?? terms.refundRappen
  const money = (amount: number) => formatMoney(amount, currency)
  const time = (instant: string) => formatDateTime(new Date(instant), { timeZone, locale })
  const isByPolicy = refundRappen === terms.refundRappen
  const consequences = [
    t('frees', {
      vehicle: `${vehicle.plate}, ${vehicle.make} ${vehicle.model}`,
      from: time(reservation.startsAt),
      to: time(reservation.endsAt),
    }),
    t(customer.email ? 'tells' : 'tellsNobody', { customer: customer.name }),
    percent > 0 && t('policy', { percent, fee: money(terms.feeRappen) }),
    paidRappen === 0 && t('nothingPaid'),
    paidRappen > 0 && refundRappen > 0 && t('refunds', { amount: money(refundRappen) }),
    paidRappen > refundRappen && t('keeps', { amount: money(paidRappen - refundRappen) }),
  ].filter((sentence) => sentence !== false)
  const choices = [...new Set([terms.refundRappen, paidRappen, 0])]
  return (
    <ConfirmAction
      trigger={<Button>{t('action')}</Button>}
      title={t('title', { number })}
      consequences={consequences}
      confirmLabel={t(refundRappen > 0 ? 'confirmRefund' : 'confirm')}
      action={cancelReservationAction}
      input={{ id, seenRefundRappen: terms.refundRappen, ...(!isByPolicy && { refundRappen }) }}
      done={t('done', { number })}
    >
      {canRefund && paidRappen > 0 && (
        <RadioGroup
          aria-label={t('refundChoice')}
          value={String(refundRappen)}
          onValueChange={(value) => choose(Number(value))}
        >
          {choices.map((amount) => (
            <Radio
              key={amount}
              value={String(amount)}
              label={t(amount === terms.refundRappen ? 'refundAgreed' : 'refundOther', {
                amount: money(amount),
              })}
            />
          ))}
        </RadioGroup>
      )}
    </ConfirmAction>
  )
}
