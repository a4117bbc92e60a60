import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { readChoice, type StepProps } from '@/app/site/[company]/book/[vehicle]/read-choice'
import { BackLink } from '@/components/booking-site/back-link'
import { DetailsForm } from '@/components/booking-site/details-form/details-form'
import { detailsWords } from '@/components/booking-site/details-form/words'
import { FoldedSummary } from '@/components/booking-site/folded-summary'
import { RentalSummary } from '@/components/booking-site/rental-summary'
import { UnlessOwn } from '@/components/booking-site/unless-own'
import { VehicleGone } from '@/components/booking-site/vehicle-gone'
import { countryChoices } from '@/lib/booking-site/countries'
import { wantedExtras } from '@/lib/booking-site/queries'
import { searchQuery } from '@/lib/booking-site/search-state'
import { instantOf } from '@/lib/core/dates'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('booking-site.details')
  return { title: t('title'), robots: { index: false } }
}

/** Who rents: the last step before the payment page. */
export default async function Details(props: StepProps) {
  const { ctx, vehicleId, search, choice } = await readChoice(props)
  if (!choice) return <VehicleGone search={search} vehicleId={vehicleId} />
  const t = await getTranslations('booking-site.details')
  const query = searchQuery(search)
  const [pickupOn, returnOn] = [search.from.slice(0, 10), search.to.slice(0, 10)]

  const page = (
    <div className="grid gap-5">
      <BackLink href={`/book/${vehicleId}?${query}`}>{t('back')}</BackLink>
      <div className="grid items-start gap-5 lg:grid-cols-[1fr_22rem] lg:gap-8">
        <section className="grid gap-5">
          <div>
            <h1 className="font-semibold text-2xl">{t('title')}</h1>
            <p className="text-lg text-muted">{t('lead')}</p>
          </div>
          <noscript>
            <p className="rounded border border-maintenance/50 bg-maintenance-soft px-4 py-3 text-maintenance-text">
              {t('needsScript', { phone: ctx.company.phone ?? ctx.company.name })}
            </p>
          </noscript>
          <DetailsForm
            booking={{
              vehicleId: choice.vehicle.vehicleId,
              orAlike: true,
              startsAt: instantOf(search.from, ctx.timeZone).toISOString(),
              endsAt: instantOf(search.to, ctx.timeZone).toISOString(),
              extras: wantedExtras(ctx, search),
              locale: ctx.locale,
              ...(search.equipment && { equipment: search.equipment }),
              ...(search.promoCode && !choice.promoProblem && { promoCode: search.promoCode }),
            }}
            price={{
              totalRappen: choice.price.totalRappen,
              bookingDepositRappen: choice.price.bookingDepositRappen,
            }}
            young={{
              below: Math.max(0, ...ctx.company.youngDriverFees.map(({ belowAge }) => belowAge)),
              pickupOn,
            }}
            limits={{
              bornBy: yearsBefore(pickupOn, choice.price.minimumAge),
              heldSince: yearsBefore(pickupOn, choice.vehicle.licence.years),
              validUntil: returnOn,
            }}
            query={query}
            currency={ctx.company.currency}
            countries={countryChoices(ctx.locale)}
            demand={choice.vehicle.licence}
            asked={vehicleId}
            words={
              await detailsWords(
                choice.price,
                choice.vehicle.licence,
                ctx,
                instantOf(search.from, ctx.timeZone),
              )
            }
          />
        </section>
        <div className="order-first lg:hidden">
          <FoldedSummary {...choice} locale={ctx.locale} />
        </div>
        <div className="max-lg:hidden lg:sticky lg:top-5">
          <RentalSummary {...choice} locale={ctx.locale} />
        </div>
      </div>
    </div>
  )
  // Somebody else has the vehicle of this address and one just like it is offered; unless that somebody is the reader.
  return choice.vehicle.vehicleId === vehicleId ? page : <UnlessOwn vehicleId={vehicleId}>{page}</UnlessOwn>
}

function yearsBefore(day: string, years: number): string {
  return `${Number(day.slice(0, 4)) - years}${day.slice(4)}`
}
