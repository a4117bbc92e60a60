import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { readChoice, type StepProps } from '@/app/site/[company]/book/[vehicle]/read-choice'
import { BackLink } from '@/components/booking-site/back-link'
import { DriverAge } from '@/components/booking-site/driver-age'
import { ExtraChoice } from '@/components/booking-site/extra-choice'
import { LiveForm } from '@/components/booking-site/live-form'
import { NextStepBar, NextStepButton } from '@/components/booking-site/next-step'
import { PromoField } from '@/components/booking-site/promo-field'
import { RentalSummary } from '@/components/booking-site/rental-summary'
import { SearchFields } from '@/components/booking-site/search-fields'
import { UnlessOwn } from '@/components/booking-site/unless-own'
import { VehicleGone } from '@/components/booking-site/vehicle-gone'
import { searchQuery } from '@/lib/booking-site/search-state'
import { describeError } from '@/lib/core/error-messages'
import { formatMoney } from '@/lib/core/money'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('booking-site.extras')
  return { title: t('title'), robots: { index: false } }
}

/** The chosen vehicle with its extras; every change is priced by the database and stands in the address. */
export default async function Extras(props: StepProps) {
  const { ctx, vehicleId, search, choice } = await readChoice(props)
  if (!choice) return <VehicleGone search={search} vehicleId={vehicleId} />
  const t = await getTranslations('booking-site.extras')
  const here = `/book/${vehicleId}`
  const { extras, currency } = ctx.company
  const promo = choice.price.lines.find(({ code }) => code === 'promo')

  const page = (
    <LiveForm live action={here} className="group/form grid gap-5">
      <SearchFields search={search} without={['age', 'promo']} />
      <BackLink href={`/search?${searchQuery(search)}`}>{t('back')}</BackLink>
      <div className="grid items-start gap-5 lg:grid-cols-[1fr_22rem] lg:gap-8">
        <section className="grid gap-4">
          <div>
            <h1 className="font-semibold text-2xl">{t('title')}</h1>
            <p className="text-lg text-muted">{extras.length > 0 ? t('lead') : t('nothing')}</p>
          </div>
          {extras.map((extra) => (
            <ExtraChoice
              key={extra.id}
              extra={extra}
              quantity={Math.min(search.extras[extra.code] ?? 0, extra.maxQuantity)}
              left={choice.price.extrasLeft[extra.id]}
              currency={currency}
              locale={ctx.locale}
            />
          ))}
          <DriverAge
            fees={ctx.company.youngDriverFees}
            age={search.driverAge}
            minimumAge={choice.price.minimumAge}
            currency={currency}
          />
          <PromoField
            code={search.promoCode}
            problem={choice.promoProblem && (await describeError(choice.promoProblem, ctx.locale)).message}
            effect={promo && t('promoHolds', { amount: formatMoney(promo.amountRappen, currency) })}
            words={{ label: t('promo'), apply: t('applyPromo') }}
            action={here}
          />
          <noscript>
            <button type="submit" className="h-11 text-accent-text underline">
              {t('update')}
            </button>
          </noscript>
        </section>
        <div className="lg:sticky lg:top-5">
          <RentalSummary {...choice} locale={ctx.locale}>
            <NextStepButton action={`${here}/details`} label={t('continue')} className="max-lg:hidden" />
          </RentalSummary>
        </div>
      </div>
      <NextStepBar price={choice.price} action={`${here}/details`} label={t('continue')} />
    </LiveForm>
  )
  // Somebody else has the vehicle of this address and one just like it is offered; unless that somebody is the reader.
  return choice.vehicle.vehicleId === vehicleId ? page : <UnlessOwn vehicleId={vehicleId}>{page}</UnlessOwn>
}
