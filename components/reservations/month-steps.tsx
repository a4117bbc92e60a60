import { useFormatter, useTranslations } from 'next-intl'
import { FilterChip } from '@/components/ui/filter-chip'
import { StepsThroughTime } from '@/components/ui/steps-through-time'
import type { Location } from '@/lib/fleet/queries/catalogue'
import { shiftMonth } from '@/lib/reservations/rules'

type MonthStepsProps = { month: string; locations: Location[]; location: string | undefined }

/** Which month and which branch; both stand in the address. */
export function MonthSteps({ month, locations, location }: MonthStepsProps) {
  const t = useTranslations('reservations.map')
  const format = useFormatter()
  const href = (months: number) =>
    `?${new URLSearchParams({ month: shiftMonth(month, months), ...(location && { location }) })}`
  return (
    <div className="flex flex-wrap items-center gap-2">
      <StepsThroughTime
        previous={{ href: href(-1), label: t('previous') }}
        next={{ href: href(1), label: t('next') }}
      >
        {format.dateTime(new Date(`${month}-01T12:00Z`), { month: 'long', year: 'numeric', timeZone: 'UTC' })}
      </StepsThroughTime>
      {locations.length > 1 && (
        <FilterChip
          filter={{
            key: 'location',
            label: t('location'),
            options: locations.map(({ id, name }) => ({ value: id, label: name })),
          }}
        />
      )}
    </div>
  )
}
