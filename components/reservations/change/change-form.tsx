'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useDeferredValue, useEffect, useEffectEvent, useState, useTransition } from 'react'
import { changeReservationAction } from '@/app/(dashboard)/dashboard/reservations/change-actions'
import type { Refusal } from '@/components/dashboard/action-form'
import { EquipmentChoice } from '@/components/dashboard/equipment-choice'
import { useAnswer } from '@/components/dashboard/use-answer'
import { PlanView } from '@/components/reservations/change/plan-view'
import { Refused } from '@/components/reservations/change/refused'
import { useAfterChange } from '@/components/reservations/change/use-after-change'
import { usePlan } from '@/components/reservations/change/use-plan'
import { isTime, wishedOf } from '@/components/reservations/change/wished'
import { ExtraChoice } from '@/components/reservations/desk/extra-choice'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { DateTimeInput } from '@/components/ui/date-time-input'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { Skeleton } from '@/components/ui/skeleton'
import { localTimeOf } from '@/lib/core/dates'
import type { Extra, Location } from '@/lib/fleet/queries/catalogue'
import type { VehicleChoice } from '@/lib/fleet/queries/vehicle-choices'
import type { ChangePlan } from '@/lib/reservations/changes'

export type Choices = {
  plan: ChangePlan
  /** Whether the reader may give money back. */
  canRefund: boolean
  vehicles: VehicleChoice[]
  extras: Extra[]
  locations: Location[]
}

type ChangeFormProps = {
  number: string
  choices: Choices
  isRunning: boolean
  timeZone: string
  /** Hears that somebody changed it meanwhile: what is shown here is over. */
  onStale: (error: Refusal) => void
  onDone: () => void
}

/** What is to be different on the left, what that means on the right; nothing happens before it was seen. */
export function ChangeForm({ number, choices, isRunning, timeZone, onStale, onDone }: ChangeFormProps) {
  const t = useTranslations('changes')
  const { vehicles, locations } = choices
  const before = choices.plan.before
  const local = (at: string) => localTimeOf(new Date(at), timeZone)
  const [wish, setWish] = useState({
    from: local(before.startsAt),
    to: local(before.endsAt),
    vehicleId: before.vehicleId,
    pickupLocationId: before.pickupLocationId,
    returnLocationId: before.returnLocationId,
    quantities: Object.fromEntries(before.extras.map(({ extraId, quantity }) => [extraId, quantity])),
    equipment: before.equipment,
    keepPrice: false,
  })
  const [notify, setNotify] = useState(true)
  const [refund, setRefund] = useState(false)
  const [idempotencyKey, renewKey] = useState(() => crypto.randomUUID())
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [isWorking, startWork] = useTransition()
  const after = useAfterChange()
  const answered = useAnswer()
  const set = (change: Partial<typeof wish>) => setWish((current) => ({ ...current, ...change }))

  const change = wishedOf(wish, before, timeZone)
  const request = useDeferredValue({ number, version: choices.plan.version, change })
  const answer = usePlan(request, null)
  const plan = answer?.ok ? answer.data[0] : null
  const stale = [answer && !answer.ok ? answer.error : null, refusal].find(
    (error) => error?.code === 'changed_meanwhile',
  )
  const heard = useEffectEvent(onStale)
  useEffect(() => {
    if (stale) heard(stale)
  }, [stale])
  const wrong: Record<string, string | undefined> = {
    ...(answer && !answer.ok ? answer.error : refusal)?.fields,
    ...(!isTime(wish.from, timeZone) && { startsAt: t('noTime') }),
    ...(!isTime(wish.to, timeZone) && { endsAt: t('noTime') }),
  }
  const isOtherVehicle = wish.vehicleId !== before.vehicleId
  const isOverpaid = (plan?.refundRappen ?? 0) > 0
  const refunds = isOverpaid && choices.canRefund && refund
  // Extras that are no longer offered stay choosable where they were agreed.
  const extras = choices.extras.filter(({ id, active }) => active || wish.quantities[id])

  function carryOut(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    startWork(async () => {
      const done = await answered(
        changeReservationAction({
          request: { ...request, change: { ...change, ...(refunds && { refund: true }) } },
          commit: { notify, idempotencyKey },
        }),
      )
      if (done.ok) {
        after(done.data)
        onDone()
        return
      }
      setRefusal(done.error)
      // Without an answer it may have been made.
      if (done.error.code !== 'unavailable') renewKey(crypto.randomUUID())
    })
  }

  return (
    <form onSubmit={carryOut} noValidate className="grid gap-6 sm:grid-cols-2">
      <div className="grid content-start gap-4">
        {!isRunning && (
          <Field name="from" label={t('start')} error={wrong.startsAt} required>
            <DateTimeInput value={wish.from} onValueChange={(from) => set({ from })} />
          </Field>
        )}
        <Field name="to" label={t('end')} error={wrong.endsAt} required>
          <DateTimeInput value={wish.to} onValueChange={(to) => set({ to })} />
        </Field>
        <Field name="vehicleId" label={t('vehicle')}>
          <Select value={wish.vehicleId} onChange={({ target }) => set({ vehicleId: target.value })}>
            <optgroup label={t('free')}>
              {vehicles.filter(({ isFree }) => isFree).map(vehicleOption)}
            </optgroup>
            <optgroup label={t('taken')}>
              {vehicles.filter(({ isFree }) => !isFree).map(vehicleOption)}
            </optgroup>
          </Select>
        </Field>
        {isRunning && isOtherVehicle && <Alert tone="info">{t('exchangeNext')}</Alert>}
        {locations.length > 1 && !isRunning && (
          <Place
            name="pickupLocationId"
            label={t('pickupPlace')}
            value={wish.pickupLocationId}
            locations={locations}
            onChange={(pickupLocationId) => set({ pickupLocationId })}
          />
        )}
        {locations.length > 1 && (
          <Place
            name="returnLocationId"
            label={t('returnPlace')}
            value={wish.returnLocationId}
            locations={locations}
            onChange={(returnLocationId) => set({ returnLocationId })}
          />
        )}
        <details open={before.extras.length > 0}>
          <summary className="cursor-pointer font-medium text-sm">{t('extras')}</summary>
          <div className="pt-3">
            <ExtraChoice
              extras={extras}
              currency={choices.plan.currency}
              quantities={wish.quantities}
              onChange={(quantities) => set({ quantities })}
            />
          </div>
        </details>
        <details open={before.equipment.length > 0}>
          <summary className="cursor-pointer font-medium text-sm">{t('equipment')}</summary>
          <div className="pt-3">
            <EquipmentChoice
              legend={t('equipment')}
              legendHidden
              chosen={wish.equipment}
              onChange={(equipment) => set({ equipment })}
            />
          </div>
        </details>
        {isOtherVehicle && (
          <Checkbox
            label={t('keepPrice')}
            help={t('keepPriceHelp')}
            checked={wish.keepPrice}
            onCheckedChange={(value) => set({ keepPrice: value === true })}
          />
        )}
        <Checkbox
          label={t('notify')}
          help={t('notifyHelp')}
          checked={notify}
          onCheckedChange={(value) => setNotify(value === true)}
        />
      </div>
      <div className="grid content-start gap-4" aria-live="polite">
        {refusal && <Refused error={refusal} />}
        {!answer && <Skeleton className="h-40" />}
        {answer && !answer.ok && <Refused error={answer.error} />}
        {plan && (
          <PlanView
            plan={plan}
            notify={notify}
            refunds={refunds}
            timeZone={timeZone}
            vehicleName={(id) => {
              const found = vehicles.find((vehicle) => vehicle.id === id)
              return found ? `${found.plate} · ${found.name}` : ''
            }}
          />
        )}
        {isOverpaid && choices.canRefund && (
          <Checkbox
            label={t('refundNow')}
            help={t('refundHelp')}
            checked={refund}
            onCheckedChange={(value) => setRefund(value === true)}
          />
        )}
        <Button
          type="submit"
          variant="primary"
          loading={isWorking}
          disabled={
            !plan ||
            plan.conflicts.length > 0 ||
            Object.keys(change).length === 0 ||
            Object.keys(wrong).length > 0
          }
        >
          {t('change')}
        </Button>
      </div>
    </form>
  )
}

function vehicleOption({ id, plate, name }: VehicleChoice) {
  return (
    <option key={id} value={id}>
      {plate} · {name}
    </option>
  )
}

type PlaceProps = {
  name: string
  label: string
  value: string
  locations: Location[]
  onChange: (id: string) => void
}

function Place({ name, label, value, locations, onChange }: PlaceProps) {
  return (
    <Field name={name} label={label}>
      <Select value={value} onChange={({ target }) => onChange(target.value)}>
        {locations.map((location) => (
          <option key={location.id} value={location.id}>
            {location.name}
          </option>
        ))}
      </Select>
    </Field>
  )
}
