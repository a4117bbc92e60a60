import Link from 'next/link'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import type { Choice } from '@/components/pricing/choices'
import { cn } from '@/components/ui/cn'
import { Scroller } from '@/components/ui/scroller'
import { labelOf } from '@/lib/core/labels'
import { formatMoney } from '@/lib/core/money'
import type { CalendarDay } from '@/lib/pricing/queries'

type PriceCalendarProps = {
  days: CalendarDay[]
  categories: Choice[]
  categoryId: string
  year: number
  currency: string
}

/** What a day of a category costs through the year: a row a month, the darker the dearer. */
export function PriceCalendar({ days, categories, categoryId, year, currency }: PriceCalendarProps) {
  const t = useTranslations('pricing.calendar')
  const format = useFormatter()
  const locale = useLocale()
  const prices = days.map(({ rappen }) => rappen)
  const [least, most] = [Math.min(...prices), Math.max(...prices)]
  const months = Array.from({ length: 12 }, (_, month) =>
    days.filter(({ day }) => Number(day.slice(5, 7)) === month + 1),
  )
  const date = (day: string, options: { month?: 'short'; dateStyle?: 'full' }) =>
    format.dateTime(new Date(`${day}T12:00:00Z`), { ...options, timeZone: 'UTC' })
  const address = (category: string, of: number) => `/dashboard/pricing?category=${category}&year=${of}`
  return (
    <section className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <div className="flex flex-wrap items-end justify-between gap-3">
        <div>
          <h2 className="font-semibold text-lg">{t('title', { year })}</h2>
          <p className="text-muted text-sm">{t('text')}</p>
        </div>
        <nav aria-label={t('years')} className="flex gap-3 text-sm">
          {[year - 1, year, year + 1].map((of) => (
            <Link
              key={of}
              href={address(categoryId, of)}
              scroll={false}
              aria-current={of === year ? 'page' : undefined}
              className={cn('tabular underline-offset-4 hover:underline', of === year && 'font-semibold')}
            >
              {of}
            </Link>
          ))}
        </nav>
      </div>
      <nav aria-label={t('categories')} className="flex flex-wrap gap-2 text-sm">
        {categories.map(({ id, name }) => (
          <Link
            key={id}
            href={address(id, year)}
            scroll={false}
            aria-current={id === categoryId ? 'page' : undefined}
            className={cn(
              'rounded-md border px-2.5 py-1 hover:bg-hover',
              id === categoryId && 'border-ink font-medium',
            )}
          >
            {name}
          </Link>
        ))}
      </nav>
      {days.length === 0 ? (
        <p className="rounded-lg border border-dashed px-4 py-3 text-muted text-sm">{t('none')}</p>
      ) : (
        <Scroller label={t('title', { year })} className="relative overflow-x-auto rounded-lg border p-3">
          <table className="tabular w-full min-w-[56rem] table-fixed border-separate border-spacing-0.5 text-xs">
            <tbody>
              {months.map((month) => (
                <tr key={month[0]?.day}>
                  <th scope="row" className="w-12 pr-2 text-left font-medium">
                    {date(month[0]?.day ?? '', { month: 'short' })}
                  </th>
                  {month.map(({ day, rappen, season }) => {
                    const share = most > least ? (rappen - least) / (most - least) : 0
                    const name = labelOf(season, locale)
                    const label = [date(day, { dateStyle: 'full' }), formatMoney(rappen, currency), name]
                      .filter(Boolean)
                      .join(', ')
                    return (
                      <td key={day} className="p-0">
                        <span
                          title={label}
                          className="grid h-7 place-items-center rounded-sm border border-transparent text-ink"
                          style={{
                            backgroundColor: `color-mix(in oklch, var(--color-accent) ${Math.round(6 + share * 29)}%, transparent)`,
                          }}
                        >
                          <span aria-hidden="true">{Number(day.slice(8))}</span>
                          <span className="sr-only">{label}</span>
                        </span>
                      </td>
                    )
                  })}
                </tr>
              ))}
            </tbody>
          </table>
          <p className="mt-2 text-muted text-xs">
            {t('legend', { least: formatMoney(least, currency), most: formatMoney(most, currency) })}
          </p>
        </Scroller>
      )}
    </section>
  )
}
