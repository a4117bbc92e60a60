import { useTranslations } from 'next-intl'
import { FormField } from '@/components/dashboard/form-field'
import type { Choice } from '@/components/pricing/choices'
import { ScopeField } from '@/components/pricing/scope-field'
import { DateInput } from '@/components/ui/date-time-input'
import { Input } from '@/components/ui/input'
import { MoneyInput } from '@/components/ui/money-input'
import { Select } from '@/components/ui/select'
import type { PromoCode } from '@/lib/pricing/queries'

const WINDOW = [
  ['bookableFrom', 'bookable_from'],
  ['bookableUntil', 'bookable_until'],
  ['serviceFrom', 'service_from'],
  ['serviceUntil', 'service_until'],
] as const

type PromoFieldsProps = { promo?: PromoCode; categories: Choice[]; currency: string }

/** What a promo code takes off, when, and how often. */
export function PromoFields({ promo, categories, currency }: PromoFieldsProps) {
  const t = useTranslations('pricing')
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <FormField name="code" label={t('fields.code')} help={t('promo_code.codeHelp')} required>
        <Input defaultValue={promo?.code} readOnly={Boolean(promo)} maxLength={30} className="uppercase" />
      </FormField>
      <ScopeField
        name="categoryId"
        label={t('fields.categoryId')}
        all={t('allCategories')}
        choices={categories}
        value={promo?.category_id}
      />
      <FormField name="percent" label={t('fields.percent')} help={t('promo_code.percentHelp')} optional>
        <Input inputMode="numeric" defaultValue={promo?.percent ?? ''} suffix="%" />
      </FormField>
      <FormField name="amountRappen" label={t('fields.amountRappen')} optional>
        <MoneyInput currency={currency} defaultValue={promo?.amount_rappen ?? null} />
      </FormField>
      {WINDOW.map(([name, column]) => (
        <FormField key={name} name={name} label={t(`fields.${name}`)} optional>
          <DateInput defaultValue={promo?.[column] ?? ''} />
        </FormField>
      ))}
      <FormField name="minimumRappen" label={t('fields.minimumRappen')} optional>
        <MoneyInput currency={currency} defaultValue={promo?.minimum_rappen || null} />
      </FormField>
      <FormField name="useLimit" label={t('fields.useLimit')} optional>
        <Input inputMode="numeric" defaultValue={promo?.use_limit ?? ''} />
      </FormField>
      {promo && (
        <FormField name="active" label={t('fields.active')} required>
          <Select defaultValue={String(promo.active)}>
            <option value="true">{t('promo_code.active')}</option>
            <option value="false">{t('promo_code.inactive')}</option>
          </Select>
        </FormField>
      )}
    </div>
  )
}
