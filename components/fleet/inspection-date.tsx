import { useLocale, useTranslations } from 'next-intl'
import { cn } from '@/components/ui/cn'
import { formatDay, localDateOf } from '@/lib/core/dates'

type InspectionDateProps = { dueOn: string | null; timeZone: string; today: Date }

/** Two months: what a garage needs to give an appointment before it is due. */
const SOON_DAYS = 60
const DAY_MS = 24 * 60 * 60 * 1_000

/** When a vehicle has to be shown to the authorities; near and past dates say so in words. */
export function InspectionDate({ dueOn, timeZone, today }: InspectionDateProps) {
  const t = useTranslations('fleet.facts')
  const locale = useLocale()
  if (!dueOn) return <span className="text-faint">–</span>
  const days = Math.round((Date.parse(dueOn) - Date.parse(localDateOf(today, timeZone))) / DAY_MS)
  const isPast = days < 0
  return (
    <span
      className={cn(
        'tabular',
        isPast && 'text-overdue-text',
        !isPast && days <= SOON_DAYS && 'text-maintenance-text',
      )}
    >
      {formatDay(dueOn, locale)}
      {isPast && `, ${t('inspectionPast')}`}
      {!isPast && days <= SOON_DAYS && `, ${t('inspectionSoon', { days })}`}
    </span>
  )
}
