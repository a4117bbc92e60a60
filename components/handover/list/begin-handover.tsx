'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { CheckinCard } from '@/components/checkin/checkin-card'
import { DoorFacts } from '@/components/handover/list/door-facts'
import { OnMyWay } from '@/components/handover/list/on-my-way'
import { go } from '@/components/handover/phone/go'
import { usePhone } from '@/components/handover/phone/phone-context'
import { PhonePage } from '@/components/handover/phone/phone-page'
import { PhoneWarnings } from '@/components/handover/phone/warnings'
import { ProblemCard } from '@/components/handover/unsent/problem-card'
import { BODY_TYPES } from '@/components/icons/body-type'
import { VehicleSilhouette } from '@/components/icons/vehicle-silhouette'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { formatDateTime } from '@/lib/core/dates'
import type { HandoverView } from '@/lib/handover/offline/view'
import { handoverName, stepsOf, titleOf } from '@/lib/handover/rules'

/** So much before its time a pickup is worth a word: the vehicle is taken earlier than planned. */
const EARLY_MS = 60 * 60_000

/** The door of a handover: which vehicle, with whom, and one button to begin. */
export function BeginHandover({ handover }: { handover: HandoverView }) {
  const t = useTranslations('handover')
  const locale = useLocale()
  const { state, store, timeZone } = usePhone()
  const [isFull, setFull] = useState(false)
  const { kind, isExchange, vehicle, contract, reservation, isBegun, problem } = handover
  const body = BODY_TYPES.find((type) => type === vehicle.bodyType) ?? 'compact'
  const now = Date.now() + (state.clockOffsetMs ?? 0)
  const isEarly = kind === 'pickup' && !isExchange && Date.parse(contract.startsAt) - now > EARLY_MS
  const notices = [
    isEarly && t('begin.early', { at: formatDateTime(new Date(contract.startsAt), { timeZone, locale }) }),
    kind === 'return' && !isExchange && Date.parse(contract.endsAt) < now && t('begin.late'),
    isExchange && t(`begin.${handoverName(handover)}`),
    kind === 'pickup' && vehicle.status === 'cleaning' && t('begin.vehicle.cleaning'),
  ].filter((notice) => notice !== false)
  // What has been begun is carried on even where there is little room: photos fail one by one, and say so.
  const isOpen = !problem && (isBegun || !state.isShort)

  async function begin() {
    const [first = 'photos'] = stepsOf(handover, contract.securityDepositRappen)
    try {
      if (!isBegun)
        await store.write({
          key: handover.key,
          vehicleId: vehicle.id,
          about: titleOf(handover),
          work:
            kind === 'pickup'
              ? { kind: 'begin', reservationId: reservation.id }
              : { kind: 'begin_return', contractId: contract.id ?? '' },
        })
      go(`${window.location.pathname}?step=${first}`)
    } catch {
      setFull(true)
    }
  }

  return (
    <PhonePage
      action={
        <Button variant="primary" size="xl" disabled={!isOpen} onClick={begin}>
          {isExchange ? t('begin.record') : t(`begin.${kind}.${isBegun ? 'continue' : 'start'}`)}
        </Button>
      }
    >
      <VehicleSilhouette body={body} className="mx-auto max-w-72" />
      <div className="grid gap-1">
        <p className="text-muted">{t(`list.${handoverName(handover)}`)}</p>
        <h1 className="font-semibold text-2xl tracking-tight">
          {vehicle.make} {vehicle.model}
        </h1>
        <p className="tabular text-lg">{vehicle.plate}</p>
      </div>
      <DoorFacts handover={handover} />
      <OnMyWay handover={handover} />
      <CheckinCard checkin={handover.checkin} timeZone={timeZone} />
      <PhoneWarnings />
      {problem && <ProblemCard handover={handover} problem={problem} />}
      {!problem &&
        notices.map((notice) => (
          <Alert key={notice} tone="warning">
            {notice}
          </Alert>
        ))}
      {isFull && (
        <Alert tone="danger" role="alert">
          {t('phone.notWritten.full')}
        </Alert>
      )}
    </PhonePage>
  )
}
