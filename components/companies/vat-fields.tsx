'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { IdentifierField } from '@/components/companies/identifier-field'
import { FormField } from '@/components/dashboard/form-field'
import { Select } from '@/components/ui/select'

type VatFieldsProps = { isRegistered: boolean; uidNumber: string | null }

/** Whether the company is registered for VAT, and its UID: required as soon as it says that it is. */
export function VatFields({ isRegistered: initially, uidNumber }: VatFieldsProps) {
  const t = useTranslations('settings.profile')
  const [isRegistered, setRegistered] = useState(initially)
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <FormField
        name="vatRegistered"
        label={t('fields.vatRegistered')}
        help={t('help.vatRegistered')}
        required
      >
        <Select
          value={String(isRegistered)}
          onChange={(event) => setRegistered(event.target.value === 'true')}
        >
          <option value="true">{t('vatYes')}</option>
          <option value="false">{t('vatNo')}</option>
        </Select>
      </FormField>
      <IdentifierField
        kind="uid"
        name="uidNumber"
        label={t('fields.uidNumber')}
        defaultValue={uidNumber ?? ''}
        {...(isRegistered ? { required: true, help: t('help.uidNumber') } : { optional: true })}
      />
    </div>
  )
}
