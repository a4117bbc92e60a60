import { DateTime } from '@/components/ui/date-time'

type RentalPeriodProps = { startsAt: string; endsAt: string; timeZone: string }

/** From when to when, on the company's clock. */
export function RentalPeriod({ startsAt, endsAt, timeZone }: RentalPeriodProps) {
  return (
    <span className="whitespace-nowrap">
      <DateTime instant={startsAt} timeZone={timeZone} />
      <span className="text-faint"> – </span>
      <DateTime instant={endsAt} timeZone={timeZone} />
    </span>
  )
}
