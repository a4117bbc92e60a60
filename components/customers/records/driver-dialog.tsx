'use client'

import { useLocale, useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { saveDriverAction } from '@/app/(dashboard)/dashboard/customers/record-actions'
import { FormDialog } from '@/components/dashboard/form-dialog'
import { FormField } from '@/components/dashboard/form-field'
import { SeenAtField } from '@/components/dashboard/seen-at'
import { DateInput } from '@/components/ui/date-time-input'
import { Input } from '@/components/ui/input'
import { PhoneInput } from '@/components/ui/phone-input'
import { Select } from '@/components/ui/select'
import type { Driver } from '@/lib/customers/queries'
import { COUNTRIES, LICENCE_CATEGORIES } from '@/lib/customers/rules'

type DriverDialogProps = { customerId: string; driver?: Driver; trigger: ReactNode }

/** Enters somebody who drives for the customer, or corrects them: what stands on the licence, in its order. */
export function DriverDialog({ customerId, driver, trigger }: DriverDialogProps) {
  const t = useTranslations('customers.drivers')
  const names = [
    'firstName',
    'lastName',
    'birthDate',
    'phone',
    'email',
    'licenceNumber',
    'licenceCountry',
  ] as const
  const others = ['licenceIssuedOn', 'licenceExpiresOn', 'licenceCodes', 'licenceCategories'] as const
  const labels: Record<string, string> = {
    ...Object.fromEntries([...names, ...others].map((name) => [name, t(`fields.${name}`)])),
    ...Object.fromEntries(
      LICENCE_CATEGORIES.map((category) => [`licenceSince.${category}`, t('since', { category })]),
    ),
  }
  return (
    <FormDialog
      trigger={trigger}
      title={t(driver ? 'editTitle' : 'addTitle')}
      description={driver?.verifiedAt ? t('editText') : undefined}
      action={saveDriverAction}
      submit={t('save')}
      done={t('saved')}
      labels={labels}
    >
      <input type="hidden" name="customerId" value={customerId} />
      {driver && <input type="hidden" name="id" value={driver.id} />}
      {driver && <SeenAtField at={driver.updatedAt} />}
      <div className="grid gap-4 sm:grid-cols-2">
        <FormField name="lastName" label={labels.lastName} required>
          <Input defaultValue={driver?.lastName ?? ''} autoComplete="off" />
        </FormField>
        <FormField name="firstName" label={labels.firstName} required>
          <Input defaultValue={driver?.firstName ?? ''} autoComplete="off" />
        </FormField>
        <FormField name="birthDate" label={labels.birthDate} optional>
          <DateInput defaultValue={driver?.birthDate ?? ''} />
        </FormField>
        <FormField name="licenceIssuedOn" label={labels.licenceIssuedOn} optional>
          <DateInput defaultValue={driver?.licenceIssuedOn ?? ''} />
        </FormField>
        <FormField name="licenceExpiresOn" label={labels.licenceExpiresOn} optional>
          <DateInput defaultValue={driver?.licenceExpiresOn ?? ''} />
        </FormField>
        <FormField name="licenceNumber" label={labels.licenceNumber} optional>
          <Input defaultValue={driver?.licenceNumber ?? ''} autoComplete="off" className="tabular" />
        </FormField>
        <CountrySelect label={labels.licenceCountry ?? ''} value={driver?.licenceCountry ?? 'CH'} />
        <FormField name="licenceCodes" label={labels.licenceCodes} help={t('codesHelp')} optional>
          <Input
            defaultValue={driver?.licenceCodes.join(', ') ?? ''}
            autoComplete="off"
            className="tabular"
          />
        </FormField>
      </div>
      <Categories known={driver?.licenceCategories ?? ['B']} since={driver?.licenceSince ?? {}} />
      <div className="grid gap-4 sm:grid-cols-2">
        <FormField name="phone" label={labels.phone} optional>
          <PhoneInput defaultValue={driver?.phone ?? ''} autoComplete="off" />
        </FormField>
        <FormField name="email" label={labels.email} optional>
          <Input type="email" inputMode="email" defaultValue={driver?.email ?? ''} autoComplete="off" />
        </FormField>
      </div>
    </FormDialog>
  )
}

function CountrySelect({ label, value }: { label: string; value: string }) {
  const regions = new Intl.DisplayNames(useLocale(), { type: 'region' })
  const known: readonly string[] = COUNTRIES.some((code) => code === value)
    ? COUNTRIES
    : [value, ...COUNTRIES]
  return (
    <FormField name="licenceCountry" label={label}>
      <Select defaultValue={value}>
        {known.map((code) => (
          <option key={code} value={code}>
            {regions.of(code)}
          </option>
        ))}
      </Select>
    </FormField>
  )
}

type CategoriesProps = { known: string[]; since: Record<string, string> }

/** Which categories are held; each that is asks since when. */
function Categories({ known, since }: CategoriesProps) {
  const t = useTranslations('customers.drivers')
  const [held, setHeld] = useState(known)
  const toggle = (category: string, isOn: boolean) =>
    setHeld(isOn ? [...held, category] : held.filter((one) => one !== category))
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-1.5 font-medium text-sm">{t('fields.licenceCategories')}</legend>
      <div className="flex flex-wrap gap-1.5">
        {LICENCE_CATEGORIES.map((category) => (
          <label
            key={category}
            className="grid h-9 min-w-12 cursor-pointer place-items-center rounded border px-2 text-sm has-checked:border-ink has-checked:bg-ink has-checked:text-surface has-focus-visible:outline-2"
          >
            <input
              type="checkbox"
              name="licenceCategories"
              value={category}
              checked={held.includes(category)}
              onChange={({ target }) => toggle(category, target.checked)}
              className="sr-only"
            />
            {category}
          </label>
        ))}
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        {LICENCE_CATEGORIES.filter((category) => held.includes(category)).map((category) => (
          <FormField
            key={category}
            name={`licenceSince.${category}`}
            label={t('since', { category })}
            optional
          >
            <DateInput defaultValue={since[category] ?? ''} />
          </FormField>
        ))}
      </div>
    </fieldset>
  )
}
