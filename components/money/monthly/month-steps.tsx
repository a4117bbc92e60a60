import { useLocale, useTranslations } from 'next-intl'
import { StepsThroughTime } from '@/components/ui/steps-through-time'
import { dateFormatter } from '@/lib/core/dates'
import { monthAfter, monthBefore } from '@/lib/money/monthly/rules'

/** Which month; it stands in the address. The present one is not over. */
export function MonthSteps({ month, last }: { month: string; last: string }) {
  const t = useTranslations('money.monthly')
  const name = dateFormatter(useLocale(), { month: 'long', year: 'numeric', timeZone: 'UTC' })
  return (
    <StepsThroughTime
      previous={{ href: `?month=${monthBefore(month)}`, label: t('previous') }}
      {...(month < last && { next: { href: `?month=${monthAfter(month)}`, label: t('next') } })}
    >
      {name.format(new Date(`${month}T12:00:00Z`))}
    </StepsThroughTime>
  )
}
