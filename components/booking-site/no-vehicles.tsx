import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { SiteLink } from '@/components/booking-site/site-link'
import { type Search, searchQuery } from '@/lib/booking-site/search-state'
import { formatMoney } from '@/lib/core/money'

/** Another time at which something is free: how much and from what price. */
export type FreePeriod = { search: Search; label: string; count: number; fromRappen: number }

/** Nothing is free that was looked for: what else would be, as choices rather than regrets. */
export function NoVehicles({
  periods,
  hasOthers,
  currency,
  children,
}: {
  periods: FreePeriod[]
  /** Other vehicles are free at that time; they stand beneath. */
  hasOthers: boolean
  currency: string
  /** What can be done for the wanted time all the same. */
  children: ReactNode
}) {
  const t = useTranslations('booking-site.results.none')
  return (
    <section className="grid gap-4 rounded-lg border bg-surface p-4">
      <div className="grid gap-1">
        <h2 className="font-semibold text-lg">{t('title')}</h2>
        <p className="text-muted">{t(hasOthers ? 'filtered' : 'text')}</p>
      </div>
      {children}
      {periods.length > 0 && (
        <div className="grid gap-2">
          <h3 className="font-medium text-sm">{t('otherTimes')}</h3>
          <ul className="grid gap-2 sm:grid-cols-2">
            {periods.map(({ search, label, count, fromRappen }) => (
              <li key={search.from}>
                <SiteLink
                  href={`/search?${searchQuery(search)}`}
                  className="grid gap-0.5 rounded border border-line-strong px-4 py-3 hover:border-accent-line hover:bg-sunken"
                >
                  <span className="tabular font-medium">{label}</span>
                  <span className="tabular text-muted text-sm">
                    {t('otherTime', { count, amount: formatMoney(fromRappen, currency) })}
                  </span>
                </SiteLink>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  )
}
