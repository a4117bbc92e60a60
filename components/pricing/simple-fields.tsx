import { useFormatter, useTranslations } from 'next-intl'
import { FormField } from '@/components/dashboard/form-field'
import type { Choice } from '@/components/pricing/choices'
import { ScopeField } from '@/components/pricing/scope-field'
import { weekdayDate } from '@/components/pricing/weekday-date'
import { DateInput } from '@/components/ui/date-time-input'
import { Input } from '@/components/ui/input'
import type { PriceRules } from '@/lib/pricing/queries'

/** On which weekdays a day costs more or less. */
export function WeekdayFields({
  surcharge,
  categories,
}: {
  surcharge?: PriceRules['weekdays'][number]
  categories: Choice[]
}) {
  const t = useTranslations('pricing')
  const format = useFormatter()
  return (
    <>
      <fieldset className="grid gap-2">
        <legend className="mb-2 font-medium text-sm">{t('fields.weekdays')}</legend>
        <div className="flex flex-wrap gap-x-5 gap-y-2">
          {[1, 2, 3, 4, 5, 6, 7].map((weekday) => (
            <label key={weekday} className="flex min-h-8 items-center gap-2 text-sm">
              <input
                type="checkbox"
                name="weekdays"
                value={weekday}
                defaultChecked={surcharge?.weekdays.includes(weekday) ?? weekday >= 6}
                className="size-4 accent-accent"
              />
              {format.dateTime(weekdayDate(weekday), { weekday: 'long', timeZone: 'UTC' })}
            </label>
          ))}
        </div>
      </fieldset>
      <div className="grid gap-4 sm:grid-cols-2">
        <FormField
          name="percent"
          label={t('fields.percent')}
          help={t('weekday_surcharge.percentHelp')}
          required
        >
          <Input inputMode="numeric" defaultValue={surcharge?.percent ?? ''} suffix="%" />
        </FormField>
        <ScopeField
          name="categoryId"
          label={t('fields.categoryId')}
          all={t('allCategories')}
          choices={categories}
          value={surcharge?.category_id}
        />
      </div>
    </>
  )
}

/** From how many days on a rental is cheaper. */
export function DiscountFields({
  discount,
  categories,
}: {
  discount?: PriceRules['discounts'][number]
  categories: Choice[]
}) {
  const t = useTranslations('pricing')
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <FormField name="fromDays" label={t('fields.fromDays')} required>
        <Input inputMode="numeric" defaultValue={discount?.from_days ?? ''} />
      </FormField>
      <FormField name="percent" label={t('fields.discount')} required>
        <Input inputMode="numeric" defaultValue={discount?.percent ?? ''} suffix="%" />
      </FormField>
      <ScopeField
        name="categoryId"
        label={t('fields.categoryId')}
        all={t('allCategories')}
        choices={categories}
        value={discount?.category_id}
      />
    </div>
  )
}

/** A day on which a location is closed although its hours say otherwise. */
export function ClosedDayFields({
  closed,
  locations,
}: {
  closed?: PriceRules['closedDays'][number]
  locations: Choice[]
}) {
  const t = useTranslations('pricing')
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <FormField name="name" label={t('fields.name')} required>
        <Input defaultValue={closed?.name} maxLength={80} />
      </FormField>
      <FormField name="day" label={t('fields.day')} required>
        <DateInput defaultValue={closed?.day} />
      </FormField>
      <ScopeField
        name="locationId"
        label={t('fields.locationId')}
        all={t('allLocations')}
        choices={locations}
        value={closed?.location_id}
      />
    </div>
  )
}
