import { useTranslations } from 'next-intl'
import { FormField } from '@/components/dashboard/form-field'
import { NameFields } from '@/components/dashboard/name-fields'
import type { Choices } from '@/components/pricing/choices'
import { ScopeField } from '@/components/pricing/scope-field'
import { DateInput } from '@/components/ui/date-time-input'
import { Input } from '@/components/ui/input'
import { MoneyInput } from '@/components/ui/money-input'
import type { Names } from '@/lib/core/labels'
import type { Season } from '@/lib/pricing/queries'

type SeasonFieldsProps = { season?: Season; categories: Choices['categories']; currency: string }

/** When a season is, and what it changes: everything by percent, or prices of its own. */
export function SeasonFields({ season, categories, currency }: SeasonFieldsProps) {
  const t = useTranslations('pricing')
  const names = (season?.names ?? {}) as Names
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <NameFields names={names} />
        <ScopeField
          name="categoryId"
          label={t('fields.categoryId')}
          all={t('allCategories')}
          choices={categories}
          value={season?.category_id}
        />
        <FormField name="startsOn" label={t('fields.startsOn')} required>
          <DateInput defaultValue={season?.starts_on} />
        </FormField>
        <FormField name="endsOn" label={t('fields.endsOn')} required>
          <DateInput defaultValue={season?.ends_on} />
        </FormField>
        <FormField name="percent" label={t('fields.percent')} help={t('season.percentHelp')} optional>
          <Input inputMode="numeric" defaultValue={season?.percent ?? ''} suffix="%" />
        </FormField>
        <FormField name="minimumDays" label={t('fields.minimumDays')} help={t('season.minimumHelp')} optional>
          <Input inputMode="numeric" defaultValue={season?.minimum_days ?? ''} />
        </FormField>
      </div>
      <p className="text-muted text-sm">{t('season.orPrices')}</p>
      <div className="grid grid-cols-2 gap-4">
        {(['hourly', 'daily', 'weekly', 'monthly'] as const).map((band) => (
          <FormField key={band} name={`${band}Rappen`} label={t(`fields.${band}Rappen`)} optional>
            <MoneyInput currency={currency} defaultValue={season?.[`${band}_rappen`] ?? null} />
          </FormField>
        ))}
      </div>
    </>
  )
}
