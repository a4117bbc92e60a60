import Link from 'next/link'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { cn } from '@/components/ui/cn'
import { Scroller } from '@/components/ui/scroller'
import { formatDay } from '@/lib/core/dates'
import { labelOf } from '@/lib/core/labels'
import type { CategoryDays } from '@/lib/reservations/queries/availability-by-day'
import { deskDayQuery, isWeekend } from '@/lib/reservations/rules'

type AvailabilityMapProps = {
  categories: CategoryDays[]
  /** Calendar days of the month. */
  days: string[]
  today: string
  location: string | undefined
  canReserve: boolean
}

/** Categories down, days across: how many are free. The shade only repeats the number. */
export function AvailabilityMap({ categories, days, today, location, canReserve }: AvailabilityMapProps) {
  const t = useTranslations('reservations.map')
  const locale = useLocale()
  const format = useFormatter()
  // On a phone there is room for what can still be sold; a month that is over is shown whole.
  const isOver = (date: string) => date < today && (days.at(-1) ?? '') >= today
  const day = (date: string) => new Date(`${date}T12:00Z`)
  return (
    <Scroller label={t('title')} className="overflow-x-auto rounded-lg border bg-surface">
      <table className="w-full border-collapse text-sm">
        <thead>
          <tr className="border-b">
            <th scope="col" className="sticky left-0 z-10 bg-surface px-3 py-2 text-left font-medium">
              {t('category')}
            </th>
            {days.map((date) => (
              <th
                key={date}
                scope="col"
                className={cn(
                  'tabular min-w-8 px-0.5 py-1 text-center font-normal text-muted text-xs',
                  isWeekend(date) && 'bg-sunken',
                  date === today && 'font-semibold text-accent-text',
                  isOver(date) && 'max-md:hidden',
                )}
              >
                <span className="block">
                  {format.dateTime(day(date), { weekday: 'narrow', timeZone: 'UTC' })}
                </span>
                {Number(date.slice(8))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {categories.map(({ id, names, vehicles, free }) => (
            <tr key={id} className="border-b last:border-b-0">
              <th
                scope="row"
                className="sticky left-0 z-10 max-w-44 truncate bg-surface px-3 py-1.5 text-left font-medium"
              >
                {labelOf(names, locale)} <span className="tabular font-normal text-muted">{vehicles}</span>
              </th>
              {days.map((date, nth) => {
                const count = free[nth] ?? 0
                const label = t('cell', {
                  category: labelOf(names, locale),
                  date: formatDay(date, locale),
                  count,
                })
                return (
                  <td key={date} className={cn('p-0.5', isOver(date) && 'max-md:hidden')}>
                    {canReserve && count > 0 && date >= today ? (
                      <Link
                        href={`/dashboard/reservations/new?${deskDayQuery(date, id, location)}`}
                        prefetch={false}
                        aria-label={label}
                        className={cn(
                          CELL,
                          shadeOf(count, vehicles),
                          'hover:outline-2 hover:outline-accent-line',
                        )}
                      >
                        {count}
                      </Link>
                    ) : (
                      <span className={cn(CELL, date < today ? 'text-faint' : shadeOf(count, vehicles))}>
                        {count}
                      </span>
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  )
}

const CELL = 'tabular grid h-8 min-w-7 place-items-center rounded'

/** Sold out, few left, or plenty. */
function shadeOf(count: number, vehicles: number): string {
  if (count === 0) return 'bg-overdue-soft font-semibold text-overdue-text'
  if (count <= Math.max(1, vehicles / 4)) return 'bg-maintenance-soft text-maintenance-text'
  return 'bg-active-soft text-active-text'
}
