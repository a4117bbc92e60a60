import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { SiteLink } from '@/components/booking-site/site-link'
import { VehiclePicture } from '@/components/booking-site/vehicle-picture'
import { buttonStyle } from '@/components/ui/button-style'
import { cn } from '@/components/ui/cn'
import { Money } from '@/components/ui/money'
import { formatKm } from '@/lib/core/distance'
import { labelOf } from '@/lib/core/labels'
import { formatMoney } from '@/lib/core/money'
import type { Offer } from '@/lib/core/offers'

type ComparisonTableProps = { offers: Offer[]; locale: string; query: string }

/** Vehicles side by side, a line for each thing that tells them apart; on a phone its name stands above the values. */
export function ComparisonTable({ offers, locale, query }: ComparisonTableProps) {
  const t = useTranslations('booking-site.compare')
  const nameOf = ({ make, model }: Offer) => `${make} ${model}`
  return (
    <table className="w-full table-fixed border-separate border-spacing-0 text-sm">
      <caption className="sr-only">{t('title')}</caption>
      <thead>
        <tr className="align-top">
          <td className="hidden w-44 sm:table-cell" />
          {offers.map((offer) => (
            <th key={offer.vehicleId} scope="col" className="px-2 pb-3 text-left font-normal">
              <VehiclePicture
                bodyType={offer.bodyType}
                photo={offer.photo}
                sizes="(width < 40rem) 8rem, 18rem"
                className="mb-2 h-16 sm:h-24"
              />
              <span className="block text-muted text-xs">{labelOf(offer.categoryNames, locale)}</span>
              <span className="hyphens-auto font-semibold text-base sm:text-lg">{nameOf(offer)}</span>
            </th>
          ))}
        </tr>
      </thead>
      {useLines().map(({ label, value, isStrong }) => (
        <tbody key={label}>
          <tr className="sm:hidden">
            <th
              scope="rowgroup"
              colSpan={offers.length}
              className="border-t px-2 pt-2 text-left font-normal text-muted text-xs"
            >
              {label}
            </th>
          </tr>
          <tr className="align-top">
            <th
              scope="row"
              className="hidden border-t py-2.5 pr-3 text-left font-normal text-muted sm:table-cell"
            >
              {label}
            </th>
            {offers.map((offer) => (
              <td
                key={offer.vehicleId}
                className={cn(
                  'tabular px-2 pb-2 sm:border-t sm:py-2.5',
                  isStrong && 'font-semibold sm:text-lg',
                )}
              >
                {value(offer)}
              </td>
            ))}
          </tr>
        </tbody>
      ))}
      <tfoot>
        <tr className="align-top">
          <td className="hidden border-t sm:table-cell" />
          {offers.map((offer) => (
            <td key={offer.vehicleId} className="border-t px-1 pt-3 sm:px-2">
              <SiteLink
                href={`/book/${offer.vehicleId}?${query}`}
                aria-label={t('take', { vehicle: nameOf(offer) })}
                className={cn(buttonStyle({ variant: 'primary', size: 'lg' }), 'w-full px-2')}
              >
                {t('takeShort')}
              </SiteLink>
            </td>
          ))}
        </tr>
      </tfoot>
    </table>
  )
}

type Line = { label: string; value: (offer: Offer) => ReactNode; isStrong?: boolean }

/** What is compared, the price first; then what is included in it. */
function useLines(): Line[] {
  const t = useTranslations('booking-site.compare.lines')
  const words = useTranslations('booking-site.vehicle')
  const money = (rappen: number, { price }: Offer) => formatMoney(rappen, price.currency)
  return [
    {
      label: t('total'),
      isStrong: true,
      value: ({ price }) => <Money amountRappen={price.totalRappen} currency={price.currency} />,
    },
    {
      label: t('perDay'),
      value: (offer) => money(Math.round(offer.price.totalRappen / offer.price.days), offer),
    },
    { label: t('includedKm'), value: ({ price }) => formatKm(price.includedKm) },
    { label: t('extraKm'), value: (offer) => money(offer.price.extraKmRappen, offer) },
    { label: t('deposit'), value: (offer) => money(offer.price.securityDepositRappen, offer) },
    { label: t('seats'), value: ({ seats }) => seats },
    { label: t('transmission'), value: ({ transmission }) => words(`transmission.${transmission}`) },
    { label: t('fuel'), value: ({ fuel }) => words(`fuel.${fuel}`) },
    {
      label: t('equipment'),
      value: ({ equipment }) => equipment.map((piece) => words(`equipment.${piece}`)).join(', '),
    },
    { label: t('year'), value: ({ modelYear }) => modelYear },
    { label: t('age'), value: ({ price }) => t('years', { age: price.minimumAge }) },
    { label: t('licence'), value: ({ licence }) => licence.category },
    { label: t('place'), value: ({ locationName }) => locationName },
  ]
}
