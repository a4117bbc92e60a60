import { useLocale, useTranslations } from 'next-intl'
import { FormField } from '@/components/dashboard/form-field'
import { DateInput } from '@/components/ui/date-time-input'
import { Fieldset } from '@/components/ui/fieldset'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import type { CustomerDetail } from '@/lib/customers/queries'
import { COUNTRIES, ID_DOCUMENTS } from '@/lib/customers/rules'

type IdentityFieldsProps = { customer: CustomerDetail | undefined; labels: Record<string, string> }

/** The paper somebody is known by, and their nationality. The AHV number stays folded away: it is rarely anybody's business. */
export function IdentityFields({ customer, labels }: IdentityFieldsProps) {
  const t = useTranslations('customers.form')
  return (
    <Fieldset legend={t('identity')}>
      <div className="grid gap-4 sm:grid-cols-2">
        <FormField name="idDocumentKind" label={labels.idDocumentKind} optional>
          <Select defaultValue={customer?.idDocumentKind ?? ''}>
            <option value="">{t('none')}</option>
            {ID_DOCUMENTS.map((kind) => (
              <option key={kind} value={kind}>
                {t(`idDocuments.${kind}`)}
              </option>
            ))}
          </Select>
        </FormField>
        <FormField name="idDocumentNumber" label={labels.idDocumentNumber} optional>
          <Input defaultValue={customer?.idDocumentNumber ?? ''} autoComplete="off" className="tabular" />
        </FormField>
        <CountryField
          name="idDocumentCountry"
          label={labels.idDocumentCountry}
          value={customer?.idDocumentCountry}
        />
        <FormField name="idDocumentExpiresOn" label={labels.idDocumentExpiresOn} optional>
          <DateInput defaultValue={customer?.idDocumentExpiresOn ?? ''} />
        </FormField>
        <CountryField name="nationality" label={labels.nationality} value={customer?.nationality} />
      </div>
      <details open={Boolean(customer?.ahvNumber)}>
        <summary className="w-fit rounded-sm text-muted text-sm">{t('ahvShow')}</summary>
        <FormField
          name="ahvNumber"
          label={labels.ahvNumber}
          help={t('ahvHelp')}
          optional
          className="mt-3 max-w-72"
        >
          <Input
            defaultValue={customer?.ahvNumber ?? ''}
            placeholder="756.1234.5678.97"
            autoComplete="off"
            className="tabular"
          />
        </FormField>
      </details>
    </Fieldset>
  )
}

function CountryField({
  name,
  label,
  value,
}: {
  name: string
  label: string | undefined
  value: string | null | undefined
}) {
  const t = useTranslations('customers.form')
  const regions = new Intl.DisplayNames(useLocale(), { type: 'region' })
  const known: readonly string[] =
    value && !COUNTRIES.some((code) => code === value) ? [value, ...COUNTRIES] : COUNTRIES
  return (
    <FormField name={name} label={label} optional>
      <Select defaultValue={value ?? ''}>
        <option value="">{t('none')}</option>
        {known.map((code) => (
          <option key={code} value={code}>
            {regions.of(code)}
          </option>
        ))}
      </Select>
    </FormField>
  )
}
