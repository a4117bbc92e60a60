import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { alternatesHere } from '@/app/site/[company]/alternates'
import { CategoryFilter } from '@/components/booking-site/category-filter'
import { ClosedNote } from '@/components/booking-site/closed-note'
import { CompareForm } from '@/components/booking-site/compare-form'
import { FeatureFilter } from '@/components/booking-site/feature-filter'
import { NoVehicles } from '@/components/booking-site/no-vehicles'
import { SearchBar } from '@/components/booking-site/search-bar'
import { SearchFields } from '@/components/booking-site/search-fields'
import { SiteNotice } from '@/components/booking-site/site-notice'
import { VehicleCard } from '@/components/booking-site/vehicle-card'
import { VehiclePictures } from '@/components/booking-site/vehicle-picture'
import { JoinLink } from '@/components/booking-site/waiting/join-link'
import { MOST_COMPARED } from '@/lib/booking-site/comparison'
import { findVehicles } from '@/lib/booking-site/find-vehicles'
import { hoursOf, timeChoices } from '@/lib/booking-site/opening-hours'
import { parseSearch, periodProblem, type Query, searchQuery } from '@/lib/booking-site/search-state'
import { suggestedPeriod } from '@/lib/booking-site/suggestions'
import { getSiteContext } from '@/lib/core/context'
import { localDateOf } from '@/lib/core/dates'

type ResultsProps = { params: Promise<{ company: string }>; searchParams: Promise<Query> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('booking-site.meta')
  // Whatever the days and wishes, to search engines it is one page.
  return { title: t('results'), alternates: await alternatesHere('/search') }
}

/** What is free at the wanted time, with the full price; or, when nothing is, what else would be. */
export default async function Results({ params, searchParams }: ResultsProps) {
  const ctx = await getSiteContext((await params).company)
  const { company, locale } = ctx
  if (!company.lines.includes('rentals')) redirect('/')
  if (!company.acceptsBookings) return <SiteNotice company={company} />
  const t = await getTranslations('booking-site')
  const clock = { now: ctx.now(), timeZone: ctx.timeZone }
  const branches = company.locations.map(hoursOf)
  const search = parseSearch(await searchParams, suggestedPeriod(clock, branches))
  const problem = periodProblem(search, clock)
  const found = problem ? null : await findVehicles(ctx, search)
  const shown = found ? [...found.groups, ...found.others] : []

  return (
    <div className="grid gap-5">
      <SearchBar
        key={searchQuery(search)}
        company={company}
        search={search}
        locale={locale}
        today={localDateOf(clock.now, clock.timeZone)}
        times={timeChoices(branches, [search.from.slice(11), search.to.slice(11)])}
        open={problem !== null}
      />
      {problem && (
        <p
          role="alert"
          className="rounded border border-overdue/40 bg-overdue-soft px-4 py-3 text-overdue-text"
        >
          {t(`search.problems.${problem}`)}
        </p>
      )}
      {found && (
        <>
          <CategoryFilter categories={company.categories} search={search} locale={locale} />
          <FeatureFilter key={searchQuery(search)} search={search} equipment={ctx.company.equipment} />
          <h1 className="font-semibold text-xl" aria-live="polite">
            {t('results.title', { count: found.count })}
          </h1>
          <ClosedNote search={search} locations={company.locations} />
          {found.count === 0 && (
            <NoVehicles
              periods={found.periods}
              hasOthers={found.others.length > 0}
              currency={company.currency}
            >
              <JoinLink search={search} />
            </NoVehicles>
          )}
          <VehiclePictures bodyTypes={shown.map(({ offer }) => offer.bodyType)} />
          <CompareForm
            key={`${searchQuery(search)} compared`}
            most={MOST_COMPARED}
            words={{
              action: t('compare.action'),
              chosen: [0, 1, 2, 3].map((count) => t('compare.chosen', { count })),
              full: t('compare.full'),
            }}
          >
            <SearchFields search={search} />
            <ul className="grid gap-3">
              {shown.map((group) => (
                <VehicleCard
                  key={group.offer.vehicleId}
                  {...group}
                  locale={locale}
                  query={searchQuery(search)}
                />
              ))}
            </ul>
          </CompareForm>
        </>
      )}
    </div>
  )
}
