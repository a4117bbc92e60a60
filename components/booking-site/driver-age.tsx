import { useTranslations } from 'next-intl'
import { SelectBox } from '@/components/booking-site/select-box'
import { formatMoney } from '@/lib/core/money'
import type { SiteCompany } from '@/lib/core/site-company'

type DriverAgeProps = {
  fees: SiteCompany['youngDriverFees']
  age: number | undefined
  currency: string
}

const YOUNGEST = 18

/** Says what young drivers pay more, and asks for the age where it matters; the price follows at once. */
export function DriverAge({ fees, age, currency }: DriverAgeProps) {
  const t = useTranslations('booking-site.extras.driver')
  const limit = Math.max(YOUNGEST, ...fees.map(({ belowAge }) => belowAge))
  if (fees.length === 0) return null
  return (
    <section className="grid gap-3 rounded-lg border bg-surface p-4">
      <SelectBox
        label={t('label')}
        name="age"
        defaultValue={age && age < limit ? age : ''}
        className="max-w-60"
      >
        <option value="">{t('older', { age: limit })}</option>
        {Array.from({ length: limit - YOUNGEST }, (_, nth) => limit - 1 - nth).map((choice) => (
          <option key={choice} value={choice}>
            {t('years', { age: choice })}
          </option>
        ))}
      </SelectBox>
      <ul className="tabular text-muted text-sm">
        {fees.map(({ belowAge, amountRappen }) => (
          <li key={belowAge}>{t('fee', { age: belowAge, amount: formatMoney(amountRappen, currency) })}</li>
        ))}
      </ul>
    </section>
  )
}
