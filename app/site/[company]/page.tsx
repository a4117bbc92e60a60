import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { alternatesHere } from '@/app/site/[company]/alternates'
import { BranchMap } from '@/components/booking-site/branch-map'
import { CategoryTiles } from '@/components/booking-site/category-tiles'
import { HowItWorks } from '@/components/booking-site/how-it-works'
import { LocationCard } from '@/components/booking-site/location-card'
import { SearchForm } from '@/components/booking-site/search-form'
import { SiteHero } from '@/components/booking-site/site-hero'
import { SiteNotice } from '@/components/booking-site/site-notice'
import { branchMap } from '@/lib/booking-site/branch-map'
import { categoryOffers } from '@/lib/booking-site/category-offers'
import { hoursOf, timeChoices } from '@/lib/booking-site/opening-hours'
import { parseSearch, type Query } from '@/lib/booking-site/search-state'
import { structuredData } from '@/lib/booking-site/structured-data'
import { suggestedPeriod } from '@/lib/booking-site/suggestions'
import { getSiteContext } from '@/lib/core/context'
import { localDateOf } from '@/lib/core/dates'
import { publicUrl } from '@/lib/core/hosts'
import { labelOf } from '@/lib/core/labels'

type HomeProps = { params: Promise<{ company: string }>; searchParams: Promise<Query> }

export async function generateMetadata(): Promise<Metadata> {
  return { alternates: await alternatesHere('/') }
}

/** The company's front door: the search, and beneath it what there is to rent and where. */
export default async function SiteHome({ params, searchParams }: HomeProps) {
  const ctx = await getSiteContext((await params).company)
  const { company, locale } = ctx
  const t = await getTranslations('booking-site.home')
  const clock = { now: ctx.now(), timeZone: ctx.timeZone }
  const today = localDateOf(clock.now, clock.timeZone)
  const branches = company.locations.map(hoursOf)
  const suggested = suggestedPeriod(clock, branches)
  const search = parseSearch(await searchParams, suggested)
  const isSuggested = search.from === suggested.from && search.to === suggested.to
  const rents = company.lines.includes('rentals')
  const headline = labelOf(company.headlines, locale) || (rents ? t('title') : company.name)
  const lead = labelOf(company.leads, locale) || (rents ? t('lead') : '')
  const about = labelOf(company.abouts, locale)
  const bookable = rents && company.acceptsBookings

  const map = branchMap(company)
  const pinOf = (id: string) => {
    const index = map && map.branches.length > 1 ? map.branches.findIndex((branch) => branch.id === id) : -1
    return index < 0 ? undefined : index + 1
  }

  const offers = bookable ? await categoryOffers(ctx, suggested) : []

  return (
    <div className="grid gap-10">
      <script
        type="application/ld+json"
        // biome-ignore lint/security/noDangerouslySetInnerHtml: a data block; structuredData escapes what could close it
        dangerouslySetInnerHTML={{
          __html: structuredData(company, publicUrl(company, '/'), { locale, offers }),
        }}
      />
      <section className="grid gap-4">
        <SiteHero
          title={<h1 className="font-semibold text-2xl">{headline}</h1>}
          lead={lead && <p>{lead}</p>}
          photo={company.hero}
        />
        {bookable ? (
          <div className="rounded-lg border bg-surface p-4">
            <SearchForm
              wide
              locations={company.locations}
              chosen={search}
              today={today}
              times={timeChoices(branches, [search.from.slice(11), search.to.slice(11)])}
            />
          </div>
        ) : (
          <SiteNotice company={company} />
        )}
      </section>
      {bookable && (
        <>
          <CategoryTiles
            company={company}
            offers={isSuggested ? offers : []}
            search={search}
            locale={locale}
          />
          <HowItWorks depositPercent={company.bookingDepositPercent} />
        </>
      )}
      {about && (
        <section className="grid max-w-prose gap-3">
          <h2 className="font-semibold text-xl">{t('about', { company: company.name })}</h2>
          <p className="whitespace-pre-line text-muted">{about}</p>
        </section>
      )}
      {company.locations.length > 0 && (
        <section className="grid gap-3">
          <h2 className="font-semibold text-xl">{t('locations')}</h2>
          {map && <BranchMap map={map} />}
          <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
            {company.locations.map((location) => (
              <LocationCard key={location.id} location={location} today={today} pin={pinOf(location.id)} />
            ))}
          </div>
        </section>
      )}
    </div>
  )
}
