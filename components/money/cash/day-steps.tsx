import { Download, FileText } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { LocalDate } from '@/components/money/local-date'
import { Button } from '@/components/ui/button'
import { FilterChip } from '@/components/ui/filter-chip'
import { StepsThroughTime } from '@/components/ui/steps-through-time'
import { shiftDate } from '@/lib/core/dates'

type DayStepsProps = {
  day: string
  today: string
  locations: { id: string; name: string }[]
  location: string
}

/** Which day of which till; both stand in the address. Beside them the day on paper and the month as a file. */
export function DaySteps({ day, today, locations, location }: DayStepsProps) {
  const t = useTranslations('money.cash')
  const href = (days: number) => `?${new URLSearchParams({ day: shiftDate(day, days), location })}`
  const month = new URLSearchParams({ location, from: `${day.slice(0, 7)}-01`, until: day })
  return (
    <div className="flex flex-wrap items-center gap-2">
      <StepsThroughTime
        previous={{ href: href(-1), label: t('previous') }}
        next={day < today ? { href: href(1), label: t('next') } : undefined}
      >
        <LocalDate day={day} />
      </StepsThroughTime>
      {locations.length > 1 && (
        <FilterChip
          filter={{
            key: 'location',
            label: t('location'),
            single: true,
            options: locations.map(({ id, name }) => ({ value: id, label: name })),
          }}
        />
      )}
      <div className="flex flex-wrap gap-2 sm:ml-auto">
        <Button asChild size="sm">
          <a
            href={`/api/cash/report?${new URLSearchParams({ location, day })}`}
            target="_blank"
            rel="noreferrer"
          >
            <FileText aria-hidden="true" />
            {t('pdf')}
          </a>
        </Button>
        <Button asChild size="sm">
          <a href={`/api/cash/export?${month}`} download>
            <Download aria-hidden="true" />
            {t('export')}
          </a>
        </Button>
      </div>
    </div>
  )
}
