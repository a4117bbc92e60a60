'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { DuplicateHint } from '@/components/customers/duplicates/duplicate-hint'
import type { FormAction } from '@/components/dashboard/action-form'
import { CustomerSearch, type FoundCustomer } from '@/components/reservations/desk/customer-search'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { PhoneInput } from '@/components/ui/phone-input'
import { Tab, TabList, TabPanel, Tabs } from '@/components/ui/tabs'
import type { SimilarCustomer } from '@/lib/customers/duplicates'

type CustomerChoiceProps = {
  chosen: FoundCustomer | null
  onChoose: (customer: FoundCustomer | null) => void
  find: FormAction<FoundCustomer[]>
  findSimilar: FormAction<SimilarCustomer[]>
  errors: Record<string, string>
  /** Whether to look for somebody is the first thing to do. */
  isFirst?: boolean
  /** What was typed of somebody new before; what is typed here is added. */
  typed?: Record<string, string>
}

const FIELDS = ['firstName', 'lastName', 'phone', 'email'] as const

/** For whom: somebody known, or somebody new with as little as can be. */
export function CustomerChoice({
  chosen,
  onChoose,
  find,
  findSimilar,
  errors,
  isFirst = false,
  typed: before,
}: CustomerChoiceProps) {
  const t = useTranslations('reservations.desk')
  // Kept beside the fields: they go when somebody known is looked for, and what stood in them comes back.
  const [typed] = useState<Record<string, string>>(before ?? {})
  if (chosen) {
    return (
      <div className="flex items-center justify-between gap-4 text-sm">
        <span className="font-medium">{chosen.name}</span>
        <Button size="sm" onClick={() => onChoose(null)}>
          {t('changeCustomer')}
        </Button>
      </div>
    )
  }
  return (
    <Tabs
      defaultValue={FIELDS.some((name) => typed[name]) ? 'new' : 'known'}
      onChange={({ target }) => {
        const { name, value } = target as HTMLInputElement
        if (name) typed[name] = value
      }}
    >
      <TabList aria-label={t('steps.customer')}>
        <Tab value="known">{t('known')}</Tab>
        <Tab value="new">{t('new')}</Tab>
      </TabList>
      <TabPanel value="known">
        <CustomerSearch find={find} onChoose={onChoose} error={errors.customerId} isFirst={isFirst} />
      </TabPanel>
      <TabPanel value="new">
        <DuplicateHint
          find={findSimilar}
          take={(customer) => (
            <Button size="sm" onClick={() => onChoose({ ...customer, isBlocked: customer.blocked })}>
              {t('takeKnown')}
            </Button>
          )}
        >
          <NewCustomer typed={typed} errors={errors} />
        </DuplicateHint>
      </TabPanel>
    </Tabs>
  )
}

type NewCustomerProps = { typed: Record<string, string>; errors: Record<string, string> }

/** Somebody's name and how to reach them; begins with what was typed by the time it is shown again. */
function NewCustomer({ typed, errors }: NewCustomerProps) {
  const t = useTranslations('reservations.desk')
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field name="firstName" label={t('firstName')} error={errors['customer.firstName']} required>
        <Input autoComplete="off" defaultValue={typed.firstName} />
      </Field>
      <Field name="lastName" label={t('lastName')} error={errors['customer.lastName']} required>
        <Input autoComplete="off" defaultValue={typed.lastName} />
      </Field>
      <Field name="phone" label={t('phone')} help={t('reachHelp')} error={errors['customer.phone']}>
        <PhoneInput autoComplete="off" defaultValue={typed.phone ?? ''} />
      </Field>
      <Field name="email" label={t('email')} error={errors['customer.email']}>
        <Input type="email" inputMode="email" autoComplete="off" defaultValue={typed.email} />
      </Field>
    </div>
  )
}

/** The new person of the form, whatever is missing of them; undefined while somebody known is looked for. */
export function customerOf(form: FormData): Record<string, string> | undefined {
  if (!form.has('lastName')) return undefined
  const entered = FIELDS.flatMap((name) => {
    const value = String(form.get(name) ?? '').trim()
    return value ? [[name, value] as const] : []
  })
  return Object.fromEntries(entered)
}
