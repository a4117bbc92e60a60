import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { PriceBreakdown } from '@/components/booking-site/price-breakdown'
import { VehiclePicture } from '@/components/booking-site/vehicle-picture'
import { Money } from '@/components/ui/money'
import { formatKm } from '@/lib/core/distance'
import { labelOf } from '@/lib/core/labels'
import { formatMoney } from '@/lib/core/money'
import type { Offer } from '@/lib/core/offers'
import type { Price } from '@/lib/core/price'

type RentalSummaryProps = {
  vehicle: Pick<Offer, 'make' | 'model' | 'bodyType' | 'photo' | 'categoryNames'>
  pickup: string
  giveBack: string
  price: Price
  locale: string
  /** The next step, at the end. */
  children?: ReactNode
}

/** What is being rented and what it costs, beside every step. */
export function RentalSummary({ vehicle, pickup, giveBack, price, locale, children }: RentalSummaryProps) {
  const t = useTranslations('booking-site.summary')
  return (
    <section aria-label={t('title')} className="grid gap-4 rounded-lg border bg-surface p-4">
      <div className="flex items-center gap-3">
        <VehiclePicture
          bodyType={vehicle.bodyType}
          photo={vehicle.photo}
          sizes="6rem"
          className="h-14 w-24 shrink-0"
        />
        <div className="min-w-0">
          <p className="text-muted text-xs">{labelOf(vehicle.categoryNames, locale)}</p>
          <p className="text-balance font-semibold text-lg leading-snug">{`${vehicle.make} ${vehicle.model}`}</p>
        </div>
      </div>
      <dl className="grid gap-2 border-t pt-4 text-sm">
        <Row label={t('pickup')}>{pickup}</Row>
        <Row label={t('return')}>{giveBack}</Row>
      </dl>
      <PriceTotals price={price} />
      <details className="border-t pt-3">
        <summary className="flex min-h-8 items-center font-medium text-accent-text text-sm underline decoration-line-strong underline-offset-4">
          {t('why')}
        </summary>
        <div className="pt-3">
          <PriceBreakdown price={price} locale={locale} />
        </div>
      </details>
      <Conditions price={price} />
      {children}
    </section>
  )
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex flex-wrap gap-x-3">
      <dt className="w-[5.5rem] text-muted">{label}</dt>
      <dd className="min-w-0 flex-1 basis-32">{children}</dd>
    </div>
  )
}

/** The total, what of it is due now and what later; it dims while a new one is on its way, and never moves. */
function PriceTotals({ price }: { price: Price }) {
  const t = useTranslations('booking-site.summary')
  const later = price.totalRappen - price.bookingDepositRappen
  return (
    <div
      aria-live="polite"
      className="grid gap-1 border-t pt-4 transition-opacity group-data-[pending]/form:opacity-50"
    >
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="font-semibold text-lg">{t('total')}</span>
        <Money amountRappen={price.totalRappen} currency={price.currency} className="font-semibold text-xl" />
      </p>
      {price.vat.map(({ rateBp, vatRappen }) => (
        <p key={rateBp} className="tabular text-right text-muted text-xs">
          {t('totalVat', { rate: rateBp / 100, amount: formatMoney(vatRappen, price.currency) })}
        </p>
      ))}
      {price.bookingDepositRappen > 0 && (
        <dl className="mt-2 grid gap-1 text-sm">
          <Split label={t('now')} amountRappen={price.bookingDepositRappen} currency={price.currency} />
          {later > 0 && <Split label={t('later')} amountRappen={later} currency={price.currency} />}
        </dl>
      )}
    </div>
  )
}

function Split({ label, amountRappen, currency }: { label: string; amountRappen: number; currency: string }) {
  return (
    <div className="flex justify-between gap-4">
      <dt className="text-muted">{label}</dt>
      <dd>
        <Money amountRappen={amountRappen} currency={currency} />
      </dd>
    </div>
  )
}

function Conditions({ price }: { price: Price }) {
  const t = useTranslations('booking-site.summary')
  const perKm = formatMoney(price.extraKmRappen, price.currency)
  return (
    <ul className="grid gap-1.5 border-t pt-4 text-muted text-sm">
      <li>{t('includedKm', { km: formatKm(price.includedKm), amount: perKm })}</li>
      {price.securityDepositRappen > 0 && (
        <li>
          {t('securityDeposit', { amount: formatMoney(price.securityDepositRappen, price.currency) })}
          <span className="block text-xs">{t('securityDepositHelp')}</span>
        </li>
      )}
      {price.excessRappen !== null && (
        <li>{t('excess', { amount: formatMoney(price.excessRappen, price.currency) })}</li>
      )}
      <li>{t('minimumAge', { age: price.minimumAge })}</li>
    </ul>
  )
}
