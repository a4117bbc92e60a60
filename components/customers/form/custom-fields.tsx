import { useLocale, useTranslations } from 'next-intl'
import { FormField } from '@/components/dashboard/form-field'
import { DateInput } from '@/components/ui/date-time-input'
import { Fieldset } from '@/components/ui/fieldset'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { labelOf } from '@/lib/core/labels'
import type { CustomField } from '@/lib/customers/custom-fields'

type CustomFieldsProps = { fields: CustomField[]; values: Record<string, string | number | boolean> }

/** The fields a company defined for its customers. */
export function CustomFields({ fields, values }: CustomFieldsProps) {
  const t = useTranslations('customers.form')
  const locale = useLocale()
  if (fields.length === 0) return null
  return (
    <Fieldset legend={t('own')}>
      <div className="grid gap-4 sm:grid-cols-2">
        {fields.map((field) => (
          <FormField
            key={field.key}
            name={`custom.${field.key}`}
            label={labelOf(field.names, locale)}
            optional
          >
            <Control field={field} value={String(values[field.key] ?? '')} />
          </FormField>
        ))}
      </div>
    </Fieldset>
  )
}

function Control({ field: { kind, choices }, value }: { field: CustomField; value: string }) {
  const t = useTranslations('customers.form')
  if (kind === 'date') return <DateInput defaultValue={value} />
  if (kind === 'text') return <Input defaultValue={value} maxLength={500} />
  if (kind === 'number') return <Input defaultValue={value} inputMode="decimal" className="tabular" />
  const options =
    kind === 'choice'
      ? choices.map((choice) => [choice, choice])
      : [
          ['true', t('yes')],
          ['false', t('no')],
        ]
  return (
    <Select defaultValue={value}>
      <option value="">{t('none')}</option>
      {options.map(([key, label]) => (
        <option key={key} value={key}>
          {label}
        </option>
      ))}
    </Select>
  )
}
