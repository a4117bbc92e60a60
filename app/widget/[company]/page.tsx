import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SearchForm } from '@/components/booking-site/search-form'
import { SiteNotice } from '@/components/booking-site/site-notice'
import { WidgetHeight } from '@/components/booking-site/widget-height'
import { hoursOf, timeChoices } from '@/lib/booking-site/opening-hours'
import { suggestedPeriod } from '@/lib/booking-site/suggestions'
import { accentVariables } from '@/lib/core/accent'
import { getSiteContext } from '@/lib/core/context'
import { localDateOf } from '@/lib/core/dates'

type WidgetProps = { params: Promise<{ company: string }> }

export async function generateMetadata({ params }: WidgetProps): Promise<Metadata> {
  const { company } = await getSiteContext((await params).company)
  const t = await getTranslations('booking-site.meta')
  return { title: { absolute: t('home', { company: company.name }) }, robots: { index: false } }
}

/** The search alone, for a frame on the company's own web site; what is found opens the booking site in its place. */
export default async function Widget({ params }: WidgetProps) {
  const ctx = await getSiteContext((await params).company)
  const t = await getTranslations('booking-site.meta')
  const { company, locale } = ctx
  const branches = company.locations.map(hoursOf)
  const clock = { now: ctx.now(), timeZone: ctx.timeZone }
  const period = suggestedPeriod(clock, branches)
  const isBookable = company.lines.includes('rentals') && company.acceptsBookings
  return (
    <main
      data-density="touch"
      style={accentVariables(company.accentColor)}
      className="rounded-lg border bg-surface p-4 text-base text-ink"
    >
      <WidgetHeight />
      {isBookable ? (
        <>
          <h1 className="sr-only">{t('home', { company: company.name })}</h1>
          <SearchForm
            wide
            embeddedIn={locale}
            locations={company.locations}
            chosen={period}
            today={localDateOf(clock.now, clock.timeZone)}
            times={timeChoices(branches, [period.from.slice(11), period.to.slice(11)])}
          />
        </>
      ) : (
        <SiteNotice company={company} />
      )}
    </main>
  )
}
