import Form from 'next/form'
import { useLocale, useTranslations } from 'next-intl'
import { FeatureFields } from '@/components/reservations/desk/feature-fields'
import { DateRangeInput } from '@/components/ui/date-range-input'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import { labelOf } from '@/lib/core/labels'
import type { Category, Location } from '@/lib/fleet/queries/catalogue'
import type { DeskQuery } from '@/lib/reservations/schema'

type PeriodFormProps = {
  wish: DeskQuery & { from: string; to: string }
  categories: Category[]
  locations: Location[]
  isInvalid: boolean
}

/** When, and what kind of vehicle; the answer stands in the address, so it can be sent to a colleague. */
export function PeriodForm({ wish, categories, locations, isInvalid }: PeriodFormProps) {
  const t = useTranslations('reservations.desk')
  const invalid = useTranslations('errors')('invalid_period')
  const locale = useLocale()
  return (
    <Form
      action="/dashboard/reservations/new"
      className="grid grid-cols-1 items-end gap-4 rounded-lg border bg-surface p-4 lg:grid-cols-[minmax(0,2fr)_1fr_1fr]"
    >
      {wish.vehicle && <input type="hidden" name="vehicle" value={wish.vehicle} />}
      {wish.any && <input type="hidden" name="any" value={wish.any} />}
      {wish.customer && <input type="hidden" name="customer" value={wish.customer} />}
      <DateRangeInput
        key={`${wish.from} ${wish.to}`}
        names={['from', 'to']}
        labels={[t('from'), t('to')]}
        defaultValues={[wish.from, wish.to]}
        errors={[undefined, isInvalid ? invalid : undefined]}
        withTime
        required
      />
      <Field name="category" label={t('category')}>
        <Select defaultValue={wish.category ?? ''}>
          <option value="">{t('any')}</option>
          {categories.map(({ id, names }) => (
            <option key={id} value={id}>
              {labelOf(names, locale)}
            </option>
          ))}
        </Select>
      </Field>
      <Field name="location" label={t('location')}>
        <Select defaultValue={wish.location ?? ''}>
          <option value="">{t('any')}</option>
          {locations.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <FeatureFields wish={wish} />
      <SubmitButton
        variant={(wish.vehicle ?? wish.any) ? 'secondary' : 'primary'}
        className="self-end lg:col-start-3"
      >
        {t('search')}
      </SubmitButton>
    </Form>
  )
}
