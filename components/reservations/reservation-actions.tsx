import { FileSignature, KeyRound } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { CancelReservation } from '@/components/reservations/cancel-reservation'
import { ChangeReservation } from '@/components/reservations/change/change-reservation'
import { NoShowDialog } from '@/components/reservations/no-show-dialog'
import { OptionActions } from '@/components/reservations/option-actions'
import { Button } from '@/components/ui/button'
import type { ReservationDetail } from '@/lib/reservations/queries/detail'
import type { EndTerms } from '@/lib/reservations/queries/end-terms'
import { canBeNoShow, canCancel, canPickUp } from '@/lib/reservations/rules'

type ReservationActionsProps = {
  reservation: ReservationDetail
  terms: EndTerms
  rights: { canPickUp: boolean; canEdit: boolean; canRefund: boolean }
  now: Date
  timeZone: string
}

/** What can be done with a reservation as it stands; the next step last, as the primary button. */
export function ReservationActions({ reservation, terms, rights, now, timeZone }: ReservationActionsProps) {
  const t = useTranslations('reservations.detail')
  const { id, status, contract } = reservation
  const isWaiting = !contract || contract.status === 'draft' || contract.status === 'signed'
  return (
    <>
      {rights.canEdit && canCancel(status) && (
        <CancelReservation
          reservation={reservation}
          terms={terms.cancellation}
          canRefund={rights.canRefund}
          timeZone={timeZone}
        />
      )}
      {rights.canEdit && (canCancel(status) || (contract && isWaiting)) && (
        <ChangeReservation number={reservation.number} isRunning={false} timeZone={timeZone} />
      )}
      {rights.canEdit && canBeNoShow(status, new Date(reservation.startsAt), now) && (
        <NoShowDialog reservation={reservation} terms={terms.noShow} />
      )}
      {rights.canEdit && status === 'pending' && <OptionActions reservation={reservation} />}
      {rights.canPickUp && canPickUp(status) && isWaiting && (
        <Button asChild variant="primary">
          <Link href={`/handover/reservations/${id}`}>
            <KeyRound aria-hidden="true" />
            {t(contract ? 'continuePickup' : 'startPickup')}
          </Link>
        </Button>
      )}
      {contract && !isWaiting && (
        <Button asChild variant="primary">
          <Link href={`/dashboard/contracts/${contract.id}`}>
            <FileSignature aria-hidden="true" />
            {t('toContract', { number: contract.number })}
          </Link>
        </Button>
      )}
    </>
  )
}
