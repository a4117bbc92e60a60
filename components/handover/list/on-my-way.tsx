'use client'

import { CircleCheck, Clock, Navigation } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { toast } from 'sonner'
import { usePhone } from '@/components/handover/phone/phone-context'
import { Button } from '@/components/ui/button'
import { formatTime } from '@/lib/core/dates'
import { withdraw } from '@/lib/handover/offline/log'
import type { HandoverView } from '@/lib/handover/offline/view'
import { titleOf } from '@/lib/handover/rules'

const MINUTES = [10, 20, 30, 45, 60] as const
/** So long before its time a customer may be told that somebody is on the way. */
const AHEAD_MS = 3 * 60 * 60_000

/** Whether a customer waits, or will soon, for staff who are not there yet. */
function isAwaited({ isExchange, isBegun, customer, dueAt }: HandoverView, now: number): boolean {
  return !isExchange && !isBegun && customer.isReachable && Date.parse(dueAt) - now < AHEAD_MS
}

/** Tells the customer when staff arrive: two taps, once; without network as soon as there is one, unless they have arrived by then. */
export function OnMyWay({ handover }: { handover: HandoverView }) {
  const t = useTranslations('handover.onMyWay')
  const full = useTranslations('handover.phone.notWritten')
  const { state, store, timeZone } = usePhone()
  const [isOpen, setOpen] = useState(false)
  const now = Date.now() + (state.clockOffsetMs ?? 0)
  const { key, kind, vehicle, reservation, arrivalTold } = handover

  if (arrivalTold) {
    const { step, arrivesAt, by } = arrivalTold
    const at = formatTime(new Date(arrivesAt), timeZone)
    const isWaiting = step !== null && step.state !== 'sent'
    const Icon = isWaiting ? Clock : CircleCheck
    return (
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p role="status" className="flex items-center gap-2 text-muted">
          <Icon aria-hidden="true" className="size-5 shrink-0" />
          {by ? t('toldBy', { at, name: by }) : t(isWaiting ? 'waits' : 'told', { at })}
        </p>
        {isWaiting && step.attempts === 0 && (
          <Button
            size="lg"
            className="min-h-12"
            onClick={() => void store.act((phone) => withdraw(phone, ({ id }) => id === step.id))}
          >
            {t('takeBack')}
          </Button>
        )}
      </div>
    )
  }
  if (!isAwaited(handover, now)) return null

  async function tell(minutes: number) {
    const arrivesAt = new Date(now + minutes * 60_000).toISOString()
    await store
      .write({
        key,
        vehicleId: vehicle.id,
        about: titleOf(handover),
        work: { kind: 'announce', reservationId: reservation.id, handover: kind, arrivesAt },
      })
      .catch(() => toast.error(full('full')))
  }

  if (!isOpen)
    return (
      <Button size="xl" onClick={() => setOpen(true)}>
        <Navigation aria-hidden="true" />
        {t('open')}
      </Button>
    )
  return (
    <fieldset className="grid gap-2">
      <legend className="pb-2 font-medium">{t('question')}</legend>
      <div className="grid grid-cols-5 gap-2">
        {MINUTES.map((minutes) => (
          <Button
            key={minutes}
            size="xl"
            className="px-0"
            aria-label={t('minutes', { minutes })}
            onClick={() => void tell(minutes)}
          >
            {minutes}
          </Button>
        ))}
      </div>
      <p className="text-muted text-sm">{t('help')}</p>
    </fieldset>
  )
}
