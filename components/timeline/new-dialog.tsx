'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useState, useTransition } from 'react'
import { toast } from 'sonner'
import { findSimilarAction } from '@/app/(dashboard)/dashboard/customers/record-actions'
import {
  createReservationAction,
  findCustomersAction,
  priceReservationAction,
} from '@/app/(dashboard)/dashboard/reservations/actions'
import type { Refusal } from '@/components/dashboard/action-form'
import { EquipmentChoice } from '@/components/dashboard/equipment-choice'
import { useAnswer } from '@/components/dashboard/use-answer'
import { useChargeLabel } from '@/components/money/charge-label'
import { CustomerChoice, customerOf } from '@/components/reservations/desk/customer-choice'
import type { FoundCustomer } from '@/components/reservations/desk/customer-search'
import { reservationErrors } from '@/components/reservations/desk/reservation-errors'
import type { Place } from '@/components/timeline/rows'
import { usePlacePrice } from '@/components/timeline/use-place-price'
import { Button } from '@/components/ui/button'
import { DateTimeInput } from '@/components/ui/date-time-input'
import { Dialog, DialogContent } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { FormErrorSummary } from '@/components/ui/form-error-summary'
import { Money } from '@/components/ui/money'
import { instantOf, localTimeOf } from '@/lib/core/dates'
import type { Equipment } from '@/lib/core/equipment'

type NewDialogProps = {
  place: Place
  vehicleName: (id: string) => string
  /** What the vehicle has: somebody may count on it, and keeps it when they are given another vehicle. */
  equipment: readonly Equipment[]
  timeZone: string
  onClose: () => void
}

/** A reservation for somebody at the counter: when, and who, known or new. */
export function NewDialog({ place, vehicleName, equipment, timeZone, onClose }: NewDialogProps) {
  const t = useTranslations('timeline.new')
  const answered = useAnswer()
  const local = (at: number) => localTimeOf(new Date(at), timeZone)
  const [from, setFrom] = useState(local(place.startsAt))
  const [to, setTo] = useState(local(place.endsAt))
  const [idempotencyKey, renewKey] = useState(() => crypto.randomUUID())
  const [chosen, setChosen] = useState<FoundCustomer | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [isWorking, startWork] = useTransition()
  const [openedAt] = useState(() => Date.now())
  const nameOf = useChargeLabel()
  const period = periodOf(from, to, timeZone)
  const price = usePlacePrice(priceReservationAction, period && { vehicleId: place.vehicleId, ...period })

  function reserve(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const reservation = {
      ...period,
      vehicleId: place.vehicleId,
      equipment: form.getAll('equipment'),
      ...(chosen ? { customerId: chosen.id } : { customer: customerOf(form) }),
      source: 'walk_in',
    }
    startWork(async () => {
      const answer = await answered(createReservationAction({ reservation, idempotencyKey }))
      if (answer.ok) {
        toast.success(t('done', { number: answer.data.number }))
        onClose()
        return
      }
      setRefusal(answer.error)
      // What was refused was not made; a corrected wish is a new one. Without an answer it may have been.
      if (answer.error.code !== 'unavailable') renewKey(crypto.randomUUID())
    })
  }

  const errors = reservationErrors(refusal)
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent title={t('title')} description={vehicleName(place.vehicleId)}>
        <form onSubmit={reserve} noValidate className="grid gap-4">
          <FormErrorSummary error={refusal && { ...refusal, fields: {} }} />
          <CustomerChoice
            chosen={chosen}
            onChoose={setChosen}
            find={findCustomersAction}
            findSimilar={findSimilarAction}
            errors={errors}
            isFirst
          />
          <div className="grid gap-4">
            <Field name="from" label={t('from')} error={errors.startsAt} required>
              <DateTimeInput value={from} onValueChange={setFrom} />
            </Field>
            <Field name="to" label={t('to')} error={errors.endsAt} required>
              <DateTimeInput value={to} onValueChange={setTo} />
            </Field>
          </div>
          {equipment.length > 0 && (
            <details>
              <summary className="cursor-pointer font-medium text-sm">{t('equipment')}</summary>
              <div className="pt-3">
                <EquipmentChoice legend={t('equipment')} legendHidden pieces={equipment} chosen={[]} />
              </div>
            </details>
          )}
          <div className="grid gap-1 border-t pt-3 text-sm" aria-live="polite">
            <p className="flex items-baseline justify-between">
              <span className="text-muted">{price ? t('price', { days: price.days }) : t('noPrice')}</span>
              {price && (
                <Money
                  amountRappen={price.totalRappen}
                  currency={price.currency}
                  className="font-semibold text-base"
                />
              )}
            </p>
            {price?.lines
              .filter(({ kind }) => kind !== 'rental')
              .map((line) => (
                <p key={line.code} className="flex items-baseline justify-between text-muted text-xs">
                  {nameOf(line)}
                  <Money amountRappen={line.amountRappen} bare />
                </p>
              ))}
            {period && Date.parse(period.startsAt) < openedAt && (
              <p className="text-maintenance-text">{t('past')}</p>
            )}
          </div>
          <Button type="submit" variant="primary" loading={isWorking}>
            {t('create')}
          </Button>
        </form>
      </DialogContent>
    </Dialog>
  )
}

function periodOf(from: string, to: string, timeZone: string) {
  try {
    return {
      startsAt: instantOf(from, timeZone).toISOString(),
      endsAt: instantOf(to, timeZone).toISOString(),
    }
  } catch {
    return null
  }
}
