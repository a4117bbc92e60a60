'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useRef, useState, useTransition } from 'react'
import type { FormAction } from '@/components/dashboard/action-form'
import { useAnswer } from '@/components/dashboard/use-answer'
import type { Choices } from '@/components/pricing/choices'
import { PriceCard } from '@/components/reservations/price-card'
import { Alert } from '@/components/ui/alert'
import { Card } from '@/components/ui/card'
import { DateTimeInput } from '@/components/ui/date-time-input'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import type { Price } from '@/lib/core/price'

type PricePreviewProps = Choices & {
  quote: FormAction<Price>
  extras: { id: string; name: string }[]
  /** The first question, on the company's clock. */
  first: { from: string; to: string; price: Price | null }
}

/** Asks the price of any rental as a customer would, and shows every rule that acted. */
export function PricePreview({ quote, categories, locations, extras, first }: PricePreviewProps) {
  const t = useTranslations('pricing')
  const answered = useAnswer()
  const [price, setPrice] = useState(first.price)
  const [problem, setProblem] = useState<string | null>(null)
  const [, startWork] = useTransition()
  const form = useRef<HTMLFormElement>(null)
  // A day or time stands in the form one drawing after it was chosen.
  const askSoon = () => requestAnimationFrame(() => form.current?.requestSubmit())

  function ask(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const question = new FormData(event.currentTarget)
    startWork(async () => {
      const answer = await answered(quote(question))
      setProblem(answer.ok ? null : answer.error.message)
      if (answer.ok) setPrice(answer.data)
    })
  }

  return (
    <div className="grid gap-4">
      <Card title={t('preview.title')}>
        <form ref={form} onSubmit={ask} onChange={askSoon} noValidate className="grid grid-cols-2 gap-3">
          <Field name="categoryId" label={t('fields.categoryId')} className="col-span-2">
            <Select>
              {categories.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
          <Field name="from" label={t('preview.from')} className="col-span-2">
            <DateTimeInput defaultValue={first.from} onValueChange={askSoon} />
          </Field>
          <Field name="to" label={t('preview.to')} className="col-span-2">
            <DateTimeInput defaultValue={first.to} onValueChange={askSoon} />
          </Field>
          {(['pickupLocationId', 'returnLocationId'] as const).map((place) => (
            <Field key={place} name={place} label={t(`preview.${place}`)}>
              <Select>
                <option value="">{t('anyLocation')}</option>
                {locations.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </Select>
            </Field>
          ))}
          <Field name="extraId" label={t('preview.extra')} className="col-span-2">
            <Select>
              <option value="">{t('preview.noExtra')}</option>
              {extras.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
          <Field name="driverAge" label={t('preview.age')}>
            <Input inputMode="numeric" maxLength={2} />
          </Field>
          <Field name="promoCode" label={t('fields.code')}>
            <Input maxLength={30} className="uppercase" autoComplete="off" />
          </Field>
        </form>
      </Card>
      {problem && <Alert tone="warning" title={problem} />}
      {price && !problem && <PriceCard price={price} withBookingDeposit />}
    </div>
  )
}
