import { useLocale, useTranslations } from 'next-intl'
import { FormField } from '@/components/dashboard/form-field'
import { Select } from '@/components/ui/select'
import type { CurrencyFixedBy } from '@/lib/companies/settings'
import { CURRENCIES } from '@/lib/companies/settings-schema'

type CurrencyFieldProps = { currency: string; fixedBy: CurrencyFixedBy | null }

/** In what the company prices and bills: chosen while nothing depends on it, shown with the reason from then on. */
export function CurrencyField({ currency, fixedBy }: CurrencyFieldProps) {
  const t = useTranslations('settings.profile')
  const names = new Intl.DisplayNames(useLocale(), { type: 'currency' })
  return (
    <FormField
      name="currency"
      label={t('fields.currency')}
      help={fixedBy ? t(`currencyFixed.${fixedBy}`) : t('help.currency')}
      disabled={fixedBy !== null}
      required
    >
      <Select defaultValue={currency}>
        {CURRENCIES.map((code) => (
          <option key={code} value={code}>
            {names.of(code)} ({code})
          </option>
        ))}
      </Select>
    </FormField>
  )
}
