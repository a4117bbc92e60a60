'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState, useTransition } from 'react'
import { toast } from 'sonner'
import type { FormAction, Refusal } from '@/components/dashboard/action-form'
import { useAnswer } from '@/components/dashboard/use-answer'
import { chargeOf, type Payer } from '@/components/reservations/charge-fields'
import { CustomerChoice, customerOf } from '@/components/reservations/desk/customer-choice'
import type { FoundCustomer } from '@/components/reservations/desk/customer-search'
import { DeskCharge } from '@/components/reservations/desk/desk-charge'
import { DeskRefusal } from '@/components/reservations/desk/desk-refusal'
import { useDraft } from '@/components/reservations/desk/draft'
import { ExtraChoice } from '@/components/reservations/desk/extra-choice'
import { reservationErrors } from '@/components/reservations/desk/reservation-errors'
import { usePrice } from '@/components/reservations/desk/use-price'
import { PriceCard } from '@/components/reservations/price-card'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { Textarea } from '@/components/ui/textarea'
import type { Equipment } from '@/lib/core/equipment'
import type { Price } from '@/lib/core/price'
import type { SimilarCustomer } from '@/lib/customers/duplicates'
import type { LicenceDemand } from '@/lib/customers/licence'
import type { Extra } from '@/lib/fleet/queries/catalogue'
import type { MadeReservation } from '@/lib/reservations/commands/create'
import { HOLD_HOURS } from '@/lib/reservations/rules'

type DeskProps = {
  /** What was chosen: a vehicle, or a category at a place. */
  wanted: { vehicleId: string } | { categoryId: string; pickupLocationId?: string }
  title: string
  note?: string
  /** What the vehicle must have. */
  equipment: Equipment[]
  firstPrice: Price
  period: { startsAt: string; endsAt: string }
  timeZone: string
  extras: Extra[]
  /** Somebody who was chosen before the vehicle, on their own page. */
  customer: FoundCustomer | null
  changeHref: string
  create: FormAction<MadeReservation>
  price: FormAction<Price>
  findCustomers: FormAction<FoundCustomer[]>
  findSimilar: FormAction<SimilarCustomer[]>
  findPayer: FormAction<Payer>
  /** What the vehicle demands of a driver, on which days of the company's calendar. */
  demand: LicenceDemand | null
  days: { startsOn: string; endsOn: string }
}

/** The chosen vehicle or category, what goes with it, and for whom; the price follows each choice. */
export function Desk({
  wanted,
  title,
  note,
  equipment,
  firstPrice,
  period,
  extras,
  customer,
  changeHref,
  create,
  price: ask,
  findCustomers,
  findSimilar,
  findPayer,
  demand,
  days,
}: DeskProps) {
  const t = useTranslations('reservations')
  const fleet = useTranslations('fleet.equipment')
  const router = useRouter()
  const answered = useAnswer()
  // One key for one form: a double click or a retry after a lost answer makes one reservation.
  const [idempotencyKey, renewKey] = useState(() => crypto.randomUUID())
  const draft = useDraft()
  const { typed } = draft
  const [chosen, setChosen] = useState(draft.customer === undefined ? customer : draft.customer)
  const [quantities, setQuantities] = useState(draft.quantities)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [isWorking, startWork] = useTransition()
  const wished = Object.entries(quantities).flatMap(([extraId, quantity]) =>
    quantity > 0 ? [{ extraId, quantity }] : [],
  )
  const [promoCode, setPromoCode] = useState((typed.promoCode ?? '').trim())
  const { price, problem } = usePrice(
    ask,
    { ...wanted, ...period, extras: wished, ...(promoCode && { promoCode }) },
    firstPrice,
  )

  const errors = reservationErrors(refusal)
  // A refusal that tells the customer's own price: reserving once more takes it.
  const ownRappen = refusal?.code === 'price_changed' ? Number(refusal.details?.total_rappen) : null

  function choose(found: FoundCustomer | null) {
    draft.customer = found
    setChosen(found)
  }

  function take(extras: Record<string, number>) {
    draft.quantities = extras
    setQuantities(extras)
  }

  function remember({ target }: FormEvent<HTMLFormElement>) {
    const { name, value } = target as HTMLInputElement
    if (name) typed[name] = value
  }

  function reserve(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const reservation = {
      ...period,
      ...wanted,
      extras: wished,
      equipment,
      promoCode: promoCode || undefined,
      expectedTotalRappen: ownRappen ?? price.totalRappen,
      source: form.get('source'),
      notes: form.get('notes') || undefined,
      holdHours: Number(form.get('holdHours')) || undefined,
      ...(chosen ? { customerId: chosen.id, account: chargeOf(form) } : { customer: customerOf(form) }),
    }
    startWork(async () => {
      const answer = await answered(create({ reservation, idempotencyKey }))
      if (answer.ok) {
        toast.success(t('desk.created', { number: answer.data.number }))
        router.push(`/dashboard/reservations/${answer.data.id}`)
        return
      }
      setRefusal(answer.error)
      // What was refused was not made; a corrected wish is a new one. Without an answer it may have been.
      if (answer.error.code !== 'unavailable') renewKey(crypto.randomUUID())
    })
  }

  return (
    <form
      onSubmit={reserve}
      onChange={remember}
      noValidate
      className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]"
    >
      <div className="grid gap-4">
        {refusal && <DeskRefusal error={refusal} changeHref={changeHref} currency={firstPrice.currency} />}
        <Card
          title={title}
          actions={
            <Button asChild size="sm">
              <Link href={changeHref} scroll={false}>
                {t('desk.change')}
              </Link>
            </Button>
          }
        >
          {note && <p className="mb-4 text-muted text-sm">{note}</p>}
          {equipment.length > 0 && (
            <p className="mb-4 text-sm">
              {`${t('detail.equipment')}: ${equipment.map((piece) => fleet(piece)).join(', ')}`}
            </p>
          )}
          <ExtraChoice
            extras={extras}
            currency={firstPrice.currency}
            quantities={quantities}
            onChange={take}
          />
        </Card>
        <Card title={t('desk.steps.customer')}>
          <CustomerChoice
            chosen={chosen}
            onChoose={choose}
            typed={typed}
            find={findCustomers}
            findSimilar={findSimilar}
            errors={errors}
          />
          {chosen && <DeskCharge customerId={chosen.id} find={findPayer} demand={demand} days={days} />}
        </Card>
        <Card>
          <div className="grid gap-4 sm:grid-cols-3">
            <Field name="promoCode" label={t('desk.promoCode')} error={problem ?? undefined} optional>
              <Input
                maxLength={30}
                autoComplete="off"
                className="uppercase"
                defaultValue={typed.promoCode}
                onBlur={(event) => setPromoCode(event.currentTarget.value.trim())}
              />
            </Field>
            <Field name="source" label={t('desk.source')}>
              <Select defaultValue={typed.source ?? 'phone'}>
                <option value="phone">{t('sources.phone')}</option>
                <option value="walk_in">{t('sources.walk_in')}</option>
              </Select>
            </Field>
            <Field name="holdHours" label={t('option.binding')} help={t('option.help')}>
              <Select defaultValue={typed.holdHours}>
                <option value="">{t('option.firm')}</option>
                {HOLD_HOURS.map((hours) => (
                  <option key={hours} value={hours}>
                    {t('option.optionFor', { hours })}
                  </option>
                ))}
              </Select>
            </Field>
            <Field
              name="notes"
              label={t('desk.notes')}
              error={errors.notes}
              optional
              className="sm:col-span-3"
            >
              <Textarea rows={2} defaultValue={typed.notes} />
            </Field>
          </div>
        </Card>
      </div>
      <div className="grid gap-4 lg:sticky lg:top-16">
        <PriceCard price={price} />
        <Button type="submit" variant="primary" size="lg" loading={isWorking}>
          {t('desk.create')}
        </Button>
      </div>
    </form>
  )
}
