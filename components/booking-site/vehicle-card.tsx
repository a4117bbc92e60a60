import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { VehicleFeatures } from '@/components/booking-site/vehicle-features'
import { VehiclePicture } from '@/components/booking-site/vehicle-picture'
import { buttonStyle } from '@/components/ui/button-style'
import { cn } from '@/components/ui/cn'
import { Money } from '@/components/ui/money'
import { labelOf } from '@/lib/booking-site/labels'
import type { OfferGroup } from '@/lib/booking-site/offers'
import { formatKm } from '@/lib/core/distance'
import { formatMoney } from '@/lib/core/money'

type VehicleCardProps = OfferGroup & { locale: string; href: string }

/** A vehicle one can have: what it is, what the whole period costs, what is in the price. */
export function VehicleCard({ offer, available, locale, href }: VehicleCardProps) {
  const t = useTranslations('booking-site.results')
  const name = `${offer.make} ${offer.model}`
  const { price } = offer
  const perDay = formatMoney(Math.round(price.totalRappen / price.days), price.currency)
  return (
    <article className="relative grid grid-cols-[7rem_1fr] gap-3 rounded-lg border bg-surface p-4 transition-colors focus-within:border-accent-line hover:border-accent-line sm:grid-cols-[11rem_1fr_auto] sm:grid-rows-[auto_1fr] sm:gap-x-5 sm:gap-y-2">
      <VehiclePicture bodyType={offer.bodyType} copied className="h-16 sm:row-span-2 sm:h-full" />
      <div className="grid min-w-0 content-start gap-1 sm:gap-2">
        <p className="flex flex-wrap gap-x-2 text-muted text-xs">
          <span>{labelOf(offer.categoryNames, locale)}</span>
          <span className={cn(available === 1 && 'font-medium text-maintenance-text')}>
            {t('available', { count: available })}
          </span>
        </p>
        <h2 className="text-balance font-semibold text-lg leading-snug">{name}</h2>
      </div>
      <div className="col-span-2 grid content-start gap-1.5 sm:col-span-1 sm:col-start-2 sm:gap-2">
        <VehicleFeatures vehicle={offer} locationName={offer.locationName} />
        <p className="flex flex-wrap gap-x-1 text-muted text-sm">
          <Included offer={offer} />
        </p>
      </div>
      <div className="col-span-2 flex items-end justify-between gap-3 border-t pt-3 sm:col-span-1 sm:col-start-3 sm:row-span-2 sm:row-start-1 sm:flex-col sm:border-t-0 sm:pt-0 sm:text-right">
        <div>
          <p className="font-semibold text-xl">
            <Money amountRappen={price.totalRappen} currency={price.currency} />
          </p>
          <p className="tabular text-muted text-sm">
            {t('days', { days: price.days })} · {t('perDay', { amount: perDay })}
          </p>
        </div>
        <Link
          href={href}
          prefetch={false}
          aria-label={t('chooseVehicle', { vehicle: name })}
          className={cn(buttonStyle({ variant: 'primary', size: 'lg' }), 'after:absolute after:inset-0')}
        >
          {t('choose')}
        </Link>
      </div>
    </article>
  )
}

function Included({ offer: { price } }: Pick<OfferGroup, 'offer'>) {
  const t = useTranslations('booking-site.results')
  const parts = [
    t('includedKm', { km: formatKm(price.includedKm) }),
    ...(price.vat.length > 0 ? [t('vatIncluded')] : []),
    t('deposit', { amount: formatMoney(price.securityDepositRappen, price.currency) }),
  ]
  return parts.map((part, index) => (
    <span key={part} className="whitespace-nowrap">
      {part}
      {index < parts.length - 1 && <span aria-hidden="true"> · </span>}
    </span>
  ))
}
