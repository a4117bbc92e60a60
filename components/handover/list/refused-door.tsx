'use client'

import { useTranslations } from 'next-intl'
import { DoorFacts } from '@/components/handover/list/door-facts'
import { HandoverRefused } from '@/components/handover/list/handover-refused'
import { usePhone } from '@/components/handover/phone/phone-context'
import { DateTime } from '@/components/ui/date-time'
import type { Handover } from '@/lib/handover/handover'
import type { PickupRefusal, ReturnRefusal } from '@/lib/handover/refusals'

/** Why there is nothing to hand over, and where to go on. */
export function RefusedPickup({ handover, refusal }: { handover: Handover; refusal: PickupRefusal }) {
  const t = useTranslations('handover.refused.pickup')
  const { timeZone } = usePhone()
  const { stillOut, vehicle, contract, reservation } = handover
  const carried = {
    plate: vehicle.plate.replaceAll(' ', '\u00A0'),
    customer: stillOut?.customer ?? '',
    number: stillOut?.number ?? '',
  }
  const due = () => stillOut && <DateTime instant={stillOut.dueAt} timeZone={timeZone} />
  const href =
    refusal === 'still_out'
      ? `/handover/contracts/${stillOut?.contractId}`
      : refusal === 'picked_up'
        ? `/dashboard/contracts/${contract.id}`
        : `/dashboard/reservations/${reservation.id}`
  return (
    <HandoverRefused
      title={t(`${refusal}.title`)}
      text={t.rich(`${refusal}.text`, { ...carried, due })}
      next={{ href, label: t(`${refusal}.next`) }}
    >
      <DoorFacts handover={handover} />
    </HandoverRefused>
  )
}

/** Why there is nothing to take back, and where to go on. */
export function RefusedReturn({ handover, refusal }: { handover: Handover; refusal: ReturnRefusal }) {
  const t = useTranslations('handover.refused.return')
  const { contract, reservation, vehicle } = handover
  const href =
    refusal === 'not_picked_up'
      ? `/handover/reservations/${reservation.id}`
      : `/dashboard/contracts/${contract.id}`
  return (
    <HandoverRefused
      title={t(`${refusal}.title`)}
      text={t(`${refusal}.text`, { plate: vehicle.plate.replaceAll(' ', '\u00A0') })}
      next={{ href, label: t(`${refusal}.next`) }}
    >
      <DoorFacts handover={handover} />
    </HandoverRefused>
  )
}
