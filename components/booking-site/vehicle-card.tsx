import { useTranslations } from 'next-intl'
import { CompareChoice } from '@/components/booking-site/compare-choice'
import { SiteLink } from '@/components/booking-site/site-link'
import { VehicleFeatures } from '@/components/booking-site/vehicle-features'
import { VehiclePicture } from '@/components/booking-site/vehicle-picture'
import { buttonStyle } from '@/components/ui/button-style'
import { cn } from '@/components/ui/cn'
import { Money } from '@/components/ui/money'
import type { OfferGroup } from '@/lib/booking-site/offers'
import { formatKm } from '@/lib/core/distance'
import { labelOf } from '@/lib/core/labels'
import { formatMoney } from '@/lib/core/money'

type VehicleCardProps = OfferGroup & { locale: string; query: string }

/** A model one can have: what it is, what the whole period costs, what is in the price, where it waits. */
export function VehicleCard({ offer, available, isLast, places, locale, query }: VehicleCardProps) {
  const t = useTranslations('booking-site.results')
  const name = `${offer.make} ${offer.model}`
  const { price } = offer
  const perDay = formatMoney(Math.round(price.totalRappen / price.days), price.currency)
  return (
    <li className="relative grid grid-cols-[7rem_1fr] gap-3 rounded-lg border bg-surface p-4 transition-colors focus-within:border-accent-line hover:border-accent-line sm:grid-cols-[11rem_1fr_auto] sm:grid-rows-[auto_1fr] sm:gap-x-5 sm:gap-y-2">
      <VehiclePicture
        bodyType={offer.bodyType}
        photo={offer.photo}
        copied
        className="h-16 sm:row-span-2 sm:h-full sm:max-h-40"
      />
      <div className="grid min-w-0 content-start gap-1 sm:gap-2">
        <p className="text-muted text-xs">
          {labelOf(offer.categoryNames, locale)}
          {/* One of one is no news. */}
          {(available > 1 || isLast) && (
            <>
              {' · '}
              <span className={isLast ? 'font-medium text-maintenance-text' : undefined}>
                {t('available', { count: available })}
              </span>
            </>
          )}
        </p>
        <h2 className="text-balance font-semibold text-lg leading-snug">{name}</h2>
      </div>
      <div className="col-span-2 grid content-start gap-1.5 sm:col-span-1 sm:col-start-2 sm:gap-2">
        <VehicleFeatures vehicle={offer} {...(places.length === 1 && { locationName: offer.locationName })} />
        <Included price={price} />
        <CompareChoice vehicleId={offer.vehicleId} name={name} />
        {places.length > 1 && <Places places={places} vehicle={name} query={query} />}
      </div>
      <div className="col-span-2 flex flex-wrap items-end justify-between gap-3 border-t pt-3 sm:col-span-1 sm:col-start-3 sm:row-span-2 sm:row-start-1 sm:flex-col sm:border-t-0 sm:pt-0 sm:text-right">
        <div>
          <Money
            amountRappen={price.totalRappen}
            currency={price.currency}
            className="block font-semibold text-xl"
          />
          <p className="tabular text-muted text-sm">
            {`${t('days', { days: price.days })} · ${t('perDay', { amount: perDay })}`}
          </p>
        </div>
        <SiteLink
          href={`/book/${offer.vehicleId}?${query}`}
          aria-label={t('chooseVehicle', { vehicle: name })}
          className={cn(buttonStyle({ variant: 'primary', size: 'lg' }), 'after:absolute after:inset-0')}
        >
          {t('choose')}
        </SiteLink>
      </div>
    </li>
  )
}

/** Where the model waits, each place a way to choose it there. */
function Places({
  places,
  vehicle,
  query,
}: Pick<VehicleCardProps, 'places' | 'query'> & { vehicle: string }) {
  const t = useTranslations('booking-site.results')
  return (
    <ul className="flex flex-wrap gap-2 pt-1">
      {places.map(({ locationId, name, available, vehicleId }) => (
        <li key={locationId}>
          <SiteLink
            href={`/book/${vehicleId}?${query}`}
            className="relative z-1 inline-flex min-h-10 items-center gap-1.5 rounded-full border border-line-strong px-3 text-sm hover:border-accent-line hover:bg-sunken"
          >
            <span className="icon icon-map-pin size-3.5 text-faint" />
            <span className="sr-only">{`${t('chooseAt', { vehicle, place: name })}, `}</span>
            <span aria-hidden="true">{name}</span>
            <span className="tabular text-muted">{t('free', { count: available })}</span>
          </SiteLink>
        </li>
      ))}
    </ul>
  )
}

function Included({ price }: Pick<OfferGroup['offer'], 'price'>) {
  const t = useTranslations('booking-site.results')
  const parts = [
    t('includedKm', { km: formatKm(price.includedKm) }),
    ...(price.vat.length > 0 ? [t('vatIncluded')] : []),
    t('deposit', { amount: formatMoney(price.securityDepositRappen, price.currency) }),
  ]
  // Lines break between the parts, not within one.
  const unbroken = parts.map((part) => part.replaceAll(' ', '\u00a0'))
  return <p className="text-muted text-sm">{unbroken.join(' · ')}</p>
}
