'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import type { FormAction } from '@/components/dashboard/action-form'
import { CustomerSearch, type FoundCustomer } from '@/components/reservations/desk/customer-search'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { DateInput } from '@/components/ui/date-time-input'
import { Field } from '@/components/ui/field'

export type Head = {
  customer: { id: string; name: string } | null
  serviceFrom: string
  serviceTo: string
  /** Empty: the customer's terms. */
  dueOn: string
}

type DraftHeadProps = {
  head: Head
  onChange: (head: Head) => void
  find: FormAction<FoundCustomer[]>
  errors: Record<string, string>
}

/** For whom an invoice is, for which days, and when it is due. */
export function DraftHead({ head, onChange, find, errors }: DraftHeadProps) {
  const t = useTranslations('money.editor')
  // From the first choice on the focus follows: to who was chosen, and back to the search.
  const [isChanged, setChanged] = useState(false)
  function choose(customer: Head['customer']) {
    setChanged(true)
    onChange({ ...head, customer })
  }
  const day = (name: 'serviceFrom' | 'serviceTo' | 'dueOn', label: string, help?: string) => (
    <Field
      name={name}
      label={label}
      error={errors[name]}
      {...(help && { help, optional: true })}
      required={!help}
    >
      <DateInput value={head[name]} onValueChange={(value) => onChange({ ...head, [name]: value })} />
    </Field>
  )
  return (
    <Card title={t('customer')}>
      <div className="grid gap-4">
        {head.customer ? (
          <div className="flex items-center justify-between gap-4 text-sm">
            <ChosenName name={head.customer.name} takesFocus={isChanged} />
            <Button size="sm" onClick={() => choose(null)}>
              {t('changeCustomer')}
            </Button>
          </div>
        ) : (
          <CustomerSearch
            find={find}
            onChoose={({ id, name }) => choose({ id, name })}
            error={errors.customer}
            isFirst={isChanged}
          />
        )}
        <div className="grid gap-4 sm:grid-cols-3">
          {day('serviceFrom', t('serviceFrom'))}
          {day('serviceTo', t('serviceTo'))}
          {day('dueOn', t('due'), t('dueHelp'))}
        </div>
      </div>
    </Card>
  )
}

function ChosenName({ name, takesFocus }: { name: string; takesFocus: boolean }) {
  const place = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    if (takesFocus) place.current?.focus()
  }, [takesFocus])
  return (
    <span ref={place} tabIndex={-1} className="min-w-0 font-medium">
      {name}
    </span>
  )
}
