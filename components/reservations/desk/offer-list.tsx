import { CarFront } from 'lucide-react'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { BODY_TYPES, type BodyType } from '@/components/icons/body-type'
import { VehicleSilhouette } from '@/components/icons/vehicle-silhouette'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Money } from '@/components/ui/money'
import { labelOf } from '@/lib/core/labels'
import { formatMoney } from '@/lib/core/money'
import type { Offer } from '@/lib/core/offers'

type OfferListProps = {
  offers: Offer[]
  /** The address's query without a vehicle. */
  query: string
}

/** What is free in the period, cheapest first, with the price for all of it. */
export function OfferList({ offers, query }: OfferListProps) {
  const t = useTranslations('reservations.desk')
  if (offers.length === 0) {
    return (
      <EmptyState
        picture={<CarFront aria-hidden="true" />}
        title={t('noneTitle')}
        className="rounded-lg border bg-surface"
      >
        {t('noneText')}
      </EmptyState>
    )
  }
  return (
    <section className="grid grid-cols-1 gap-2">
      <h2 className="font-semibold text-base">{t('free', { count: offers.length })}</h2>
      <ul className="divide-y rounded-lg border bg-surface">
        {offers.map((offer) => (
          <OfferRow key={offer.vehicleId} offer={offer} href={`?${query}&vehicle=${offer.vehicleId}`} />
        ))}
      </ul>
    </section>
  )
}

function OfferRow({ offer, href }: { offer: Offer; href: string }) {
  const t = useTranslations('reservations.desk')
  const fleet = useTranslations('fleet')
  const locale = useLocale()
  const { price } = offer
  return (
    <li className="flex items-center gap-4 px-4 py-2.5">
      <VehicleSilhouette body={bodyOf(offer.bodyType)} className="w-16 shrink-0 max-sm:hidden" />
      <div className="min-w-0 flex-1 text-sm">
        <p className="truncate font-medium">
          {offer.make} {offer.model}
        </p>
        <p className="truncate text-muted text-xs">
          {[
            labelOf(offer.categoryNames, locale),
            fleet(`transmissions.${offer.transmission}`),
            fleet(`fuels.${offer.fuel}`),
            `${offer.seats} ${fleet('facts.seats')}`,
            ...offer.equipment.map((piece) => fleet(`equipment.${piece}`)),
            offer.locationName,
          ].join(' · ')}
        </p>
      </div>
      <div className="text-right text-sm">
        <Money amountRappen={price.totalRappen} currency={price.currency} className="font-semibold" />
        <p className="tabular text-muted text-xs">
          {t('perDay', { amount: formatMoney(Math.round(price.totalRappen / price.days), price.currency) })}
        </p>
      </div>
      <Button asChild size="sm">
        <Link href={href} scroll={false}>
          {t('choose')}
        </Link>
      </Button>
    </li>
  )
}

function bodyOf(text: string): BodyType {
  return BODY_TYPES.find((body) => body === text) ?? 'compact'
}
