import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { CategoryOffers } from '@/components/reservations/desk/category-offers'
import { formatDateTime, localTimeOf } from '@/lib/core/dates'
import type { Alternatives } from '@/lib/reservations/queries/availability'

type DeskAlternativesProps = {
  alternatives: Alternatives
  /** The address's query without a choice. */
  query: URLSearchParams
  timeZone: string
}

/** Nothing fits: the same wish on other days, and other categories on the wished ones. */
export function DeskAlternatives({ alternatives, query, timeZone }: DeskAlternativesProps) {
  const t = useTranslations('reservations.desk')
  const locale = useLocale()
  const told = (instant: Date) => formatDateTime(instant, { timeZone, locale })
  const anywhere = without(query, 'category', 'location', 'seats', 'fuel', 'transmission')
  return (
    <>
      {alternatives.periods.length > 0 && (
        <section className="grid grid-cols-1 gap-2">
          <h2 className="font-semibold text-base">{t('otherTimes')}</h2>
          <ul className="grid gap-2 sm:grid-cols-2">
            {alternatives.periods.map(({ startsAt, endsAt, free }) => {
              const moved = new URLSearchParams(query)
              moved.set('from', localTimeOf(startsAt, timeZone))
              moved.set('to', localTimeOf(endsAt, timeZone))
              return (
                <li key={startsAt.toISOString()}>
                  <Link
                    href={`?${moved}`}
                    scroll={false}
                    className="grid gap-0.5 rounded-lg border bg-surface px-4 py-2.5 text-sm hover:bg-sunken"
                  >
                    <span className="tabular font-medium">
                      {told(startsAt)} – {told(endsAt)}
                    </span>
                    <span className="text-muted">{t('free', { count: free })}</span>
                  </Link>
                </li>
              )
            })}
          </ul>
        </section>
      )}
      <CategoryOffers
        offers={alternatives.categories}
        query={anywhere.toString()}
        title={t('otherCategories')}
      />
    </>
  )
}

function without(query: URLSearchParams, ...names: string[]): URLSearchParams {
  const rest = new URLSearchParams(query)
  for (const name of names) rest.delete(name)
  return rest
}
