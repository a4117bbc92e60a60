'use client'

import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { DuplicateHint } from '@/components/customers/duplicates/duplicate-hint'
import { CustomFields } from '@/components/customers/form/custom-fields'
import { IdentityFields } from '@/components/customers/form/identity-fields'
import { ActionForm, type FormAction } from '@/components/dashboard/action-form'
import { FormField } from '@/components/dashboard/form-field'
import { SeenAtField } from '@/components/dashboard/seen-at'
import { Button } from '@/components/ui/button'
import { DateInput } from '@/components/ui/date-time-input'
import { Fieldset } from '@/components/ui/fieldset'
import { Input } from '@/components/ui/input'
import { PhoneInput } from '@/components/ui/phone-input'
import { Select } from '@/components/ui/select'
import { Textarea } from '@/components/ui/textarea'
import { labelOf } from '@/lib/core/labels'
import { CANTONS } from '@/lib/core/postal-address'
import type { CustomField } from '@/lib/customers/custom-fields'
import type { SimilarCustomer } from '@/lib/customers/duplicates'
import type { CustomerDetail } from '@/lib/customers/queries'
import { COUNTRIES, LANGUAGES } from '@/lib/customers/rules'

const FIELDS = [
  ...[
    'firmName',
    'uidNumber',
    'firstName',
    'lastName',
    'email',
    'phone',
    'street',
    'houseNumber',
    'postalCode',
  ],
  ...[
    'town',
    'country',
    'canton',
    'language',
    'birthDate',
    'nationality',
    'idDocumentKind',
    'idDocumentNumber',
  ],
  ...['idDocumentCountry', 'idDocumentExpiresOn', 'ahvNumber', 'tags', 'notes'],
] as const

type CustomerFormProps = {
  action: FormAction
  customer?: CustomerDetail
  fields: CustomField[]
  findSimilar: FormAction<SimilarCustomer[]>
}

/** Who somebody is and how to reach them; only a name is required. */
export function CustomerForm({ action, customer, fields, findSimilar }: CustomerFormProps) {
  const t = useTranslations('customers.form')
  const languages = useTranslations('customers.languages')
  const locale = useLocale()
  const regions = new Intl.DisplayNames(locale, { type: 'region' })
  const [kind, setKind] = useState(customer?.kind ?? 'person')
  const isFirm = kind === 'firm'
  const labels: Record<string, string> = {
    ...Object.fromEntries(FIELDS.map((name) => [name, t(name)])),
    ...Object.fromEntries(fields.map(({ key, names }) => [`custom.${key}`, labelOf(names, locale)])),
  }
  return (
    <ActionForm
      action={action}
      submit={t(customer ? 'save' : 'add')}
      labels={labels}
      aside={
        <Button asChild variant="ghost">
          <Link href={customer ? `/dashboard/customers/${customer.id}` : '/dashboard/customers'}>
            {t('cancel')}
          </Link>
        </Button>
      }
    >
      {customer && <input type="hidden" name="id" value={customer.id} />}
      {customer && <SeenAtField at={customer.updatedAt} />}
      <DuplicateHint find={findSimilar} {...(customer && { id: customer.id })}>
        <Fieldset legend={t('name')}>
          <FormField name="kind" label={t('kind')} className="max-w-56">
            <Select value={kind} onChange={({ target }) => setKind(target.value)}>
              <option value="person">{t('person')}</option>
              <option value="firm">{t('firm')}</option>
            </Select>
          </FormField>
          {isFirm && (
            <div className="grid gap-4 sm:grid-cols-2">
              <FormField name="firmName" label={labels.firmName} required>
                <Input defaultValue={customer?.firmName ?? ''} />
              </FormField>
              <FormField name="uidNumber" label={labels.uidNumber} optional>
                <Input
                  defaultValue={customer?.uidNumber ?? ''}
                  placeholder="CHE-123.456.788"
                  autoComplete="off"
                  className="tabular"
                />
              </FormField>
            </div>
          )}
          <div className="grid gap-4 sm:grid-cols-2">
            <FormField name="firstName" label={labels.firstName} optional>
              <Input defaultValue={customer?.firstName ?? ''} />
            </FormField>
            <FormField name="lastName" label={labels.lastName} required={!isFirm} optional={isFirm}>
              <Input defaultValue={customer?.lastName ?? ''} />
            </FormField>
          </div>
        </Fieldset>
        <Fieldset legend={t('reach')}>
          <div className="grid gap-4 sm:grid-cols-2">
            <FormField name="phone" label={labels.phone} help={t('phoneHelp')} optional>
              <PhoneInput defaultValue={customer?.phone ?? ''} autoComplete="off" />
            </FormField>
            <FormField name="email" label={labels.email} optional>
              <Input type="email" inputMode="email" defaultValue={customer?.email ?? ''} />
            </FormField>
          </div>
          <FormField name="birthDate" label={labels.birthDate} optional className="max-w-56">
            <DateInput defaultValue={customer?.birthDate ?? ''} />
          </FormField>
        </Fieldset>
      </DuplicateHint>
      <Fieldset legend={t('address')}>
        <div className="grid grid-cols-[minmax(0,1fr)_6rem] gap-4">
          <FormField name="street" label={labels.street} optional>
            <Input defaultValue={customer?.street ?? ''} />
          </FormField>
          <FormField name="houseNumber" label={labels.houseNumber}>
            <Input defaultValue={customer?.houseNumber ?? ''} />
          </FormField>
        </div>
        <div className="grid grid-cols-[6rem_minmax(0,1fr)] gap-4 sm:grid-cols-[6rem_minmax(0,1fr)_12rem]">
          <FormField name="postalCode" label={labels.postalCode}>
            <Input defaultValue={customer?.postalCode ?? ''} className="tabular" />
          </FormField>
          <FormField name="town" label={labels.town} optional>
            <Input defaultValue={customer?.town ?? ''} />
          </FormField>
          <FormField name="country" label={labels.country} className="max-sm:col-span-2">
            <Select defaultValue={customer?.country ?? 'CH'}>
              {COUNTRIES.map((code) => (
                <option key={code} value={code}>
                  {regions.of(code)}
                </option>
              ))}
            </Select>
          </FormField>
        </div>
        <FormField name="canton" label={labels.canton} optional className="max-w-40">
          <Select defaultValue={customer?.canton ?? ''}>
            <option value="">{t('none')}</option>
            {CANTONS.map((code) => (
              <option key={code}>{code}</option>
            ))}
          </Select>
        </FormField>
      </Fieldset>
      <IdentityFields customer={customer} labels={labels} />
      <CustomFields fields={fields} values={customer?.custom ?? {}} />
      <Fieldset legend={t('more')}>
        <div className="grid gap-4 sm:grid-cols-2">
          <FormField name="language" label={labels.language}>
            <Select defaultValue={customer?.language ?? 'de'}>
              {LANGUAGES.map((code) => (
                <option key={code} value={code}>
                  {languages(code)}
                </option>
              ))}
            </Select>
          </FormField>
          <FormField name="tags" label={labels.tags} help={t('tagsHelp')} optional>
            <Input defaultValue={customer?.tags.join(', ') ?? ''} autoComplete="off" />
          </FormField>
        </div>
        <FormField name="notes" label={labels.notes} help={t('notesHelp')} optional>
          <Textarea defaultValue={customer?.notes ?? ''} />
        </FormField>
      </Fieldset>
    </ActionForm>
  )
}
