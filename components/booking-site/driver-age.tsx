import { useTranslations } from 'next-intl'
import { SelectBox } from '@/components/booking-site/select-box'
import { formatMoney } from '@/lib/core/money'
import type { SiteCompany } from '@/lib/core/site-company'

type DriverAgeProps = {
  fees: SiteCompany['youngDriverFees']
  age: number | undefined
  /** Years the vehicle asks of its drivers. */
  minimumAge: number
  currency: string
}

/**
 * Says what young drivers of this vehicle pay more, and asks for the age where it matters; the price follows at once.
 * An age brought along from another vehicle that is too low for this one is told as such.
 */
export function DriverAge({ fees, age, minimumAge, currency }: DriverAgeProps) {
  const t = useTranslations('booking-site.extras.driver')
  const refused = useTranslations('errors')
  const payable = fees.filter(({ belowAge }) => belowAge > minimumAge)
  const tooYoung = age !== undefined && age < minimumAge
  if (payable.length === 0 && !tooYoung) return null
  const limit = Math.max(minimumAge, ...payable.map(({ belowAge }) => belowAge))
  const choices = Array.from({ length: limit - minimumAge }, (_, nth) => limit - 1 - nth)
  return (
    <section className="grid gap-3 rounded-lg border bg-surface p-4">
      <SelectBox
        label={t('label')}
        name="age"
        defaultValue={age && age < limit ? age : ''}
        className="max-w-60"
      >
        <option value="">{t('older', { age: limit })}</option>
        {[...choices, ...(tooYoung ? [age] : [])].map((choice) => (
          <option key={choice} value={choice}>
            {t('years', { age: choice })}
          </option>
        ))}
      </SelectBox>
      {tooYoung && (
        <p role="alert" className="text-overdue-text text-sm">
          {refused('driver_too_young', { minimum_age: minimumAge })}
        </p>
      )}
      <ul className="tabular text-muted text-sm">
        {payable.map(({ belowAge, amountRappen }) => (
          <li key={belowAge}>{t('fee', { age: belowAge, amount: formatMoney(amountRappen, currency) })}</li>
        ))}
      </ul>
    </section>
  )
}
