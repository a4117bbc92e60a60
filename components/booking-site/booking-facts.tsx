import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { PriceBreakdown } from '@/components/booking-site/price-breakdown'
import { VehicleFeatures } from '@/components/booking-site/vehicle-features'
import { VehiclePicture } from '@/components/booking-site/vehicle-picture'
import { Money } from '@/components/ui/money'
import type { Booking } from '@/lib/booking-site/booking'
import { formatDateTime } from '@/lib/core/dates'
import { formatKm } from '@/lib/core/distance'
import { labelOf } from '@/lib/core/labels'
import { formatMoney } from '@/lib/core/money'

type BookingFactsProps = {
  booking: Booking
  /** Whether the rental is still to come, runs, or is neither: what to bring and what holds for it matter no more. */
  stage: 'comes' | 'runs' | 'over'
  paidRappen: number
  /** What it came to in the end. */
  settled: { totalRappen: number; paidRappen: number; openRappen: number | null } | null
  ctx: { timeZone: string; locale: string }
}

/** What was booked: vehicle, times, places, money, and what to bring. */
export function BookingFacts({ booking, stage, paidRappen, settled, ctx }: BookingFactsProps) {
  const summary = useTranslations('booking-site.summary')
  const { vehicle, price } = booking
  // What stands above the total adds up to it.
  const extras = price.lines.filter(({ kind }) => kind === 'extra')
  const atReturnRappen = settled ? settled.totalRappen - booking.totalRappen : 0
  const told = (instant: Date) => formatDateTime(instant, ctx)
  return (
    <section className="grid gap-5 rounded-lg border bg-surface p-5">
      <div className="flex flex-wrap items-center gap-4">
        <VehiclePicture
          bodyType={vehicle.bodyType}
          photo={vehicle.photo}
          sizes="7rem"
          className="h-16 w-28 shrink-0"
        />
        <div className="grid min-w-0 flex-1 basis-32 gap-1">
          <VehicleName booking={booking} locale={ctx.locale} />
        </div>
      </div>
      <dl className="grid gap-3 border-t pt-5 sm:grid-cols-2">
        <Fact label={summary('pickup')}>
          <span className="tabular block font-medium">{told(booking.startsAt)}</span>
          <Address place={booking.pickup} />
        </Fact>
        <Fact label={summary('return')}>
          <span className="tabular block font-medium">{told(booking.endsAt)}</span>
          <Address place={booking.return} />
        </Fact>
      </dl>
      <div className="grid gap-1.5 border-t pt-5">
        {(extras.length > 0 || atReturnRappen !== 0) && (
          <Amount
            label={summary('rental')}
            amountRappen={extras.reduce((rest, { amountRappen }) => rest - amountRappen, booking.totalRappen)}
            currency={booking.currency}
          />
        )}
        {extras.map(({ code, names, quantity, amountRappen }) => (
          <Amount
            key={code}
            label={`${labelOf(names, ctx.locale)} × ${quantity}`}
            amountRappen={amountRappen}
            currency={booking.currency}
          />
        ))}
        {atReturnRappen !== 0 && (
          <Amount label={summary('atReturn')} amountRappen={atReturnRappen} currency={booking.currency} />
        )}
        <Amount
          label={summary('total')}
          amountRappen={settled?.totalRappen ?? booking.totalRappen}
          currency={booking.currency}
          strong
        />
        {settled && <Settled settled={settled} currency={booking.currency} />}
        {booking.ended && <Ended ended={booking.ended} currency={booking.currency} />}
        {!settled && !booking.ended && paidRappen > 0 && (
          <>
            <Amount label={summary('paid')} amountRappen={paidRappen} currency={booking.currency} />
            <Amount
              label={summary('later')}
              amountRappen={booking.totalRappen - paidRappen}
              currency={booking.currency}
            />
          </>
        )}
        <details className="mt-1">
          <summary className="flex min-h-8 items-center text-accent-text underline decoration-line-strong underline-offset-4">
            {summary('why')}
          </summary>
          <div className="pt-3">
            <PriceBreakdown price={price} locale={ctx.locale} isFrozen />
          </div>
        </details>
      </div>
      {stage !== 'over' && <Conditions price={price} comes={stage === 'comes'} />}
    </section>
  )
}

/** The vehicle; where a category was booked, that, with the vehicle as an example. */
function VehicleName({ booking: { vehicle, isVehicleFixed }, locale }: { booking: Booking; locale: string }) {
  const t = useTranslations('booking-site.booking')
  const category = labelOf(vehicle.categoryNames, locale)
  const name = `${vehicle.make} ${vehicle.model}`
  if (!isVehicleFixed) {
    return (
      <>
        <h2 className="font-semibold text-lg">{category}</h2>
        <p className="text-muted">{t('orSimilar', { example: name })}</p>
      </>
    )
  }
  return (
    <>
      <p className="text-muted text-xs">{category}</p>
      <h2 className="font-semibold text-lg">{name}</h2>
      <VehicleFeatures vehicle={vehicle} />
    </>
  )
}

/** What to bring, what is included, what is held. */
function Conditions({ price, comes }: Pick<Booking, 'price'> & { comes: boolean }) {
  const t = useTranslations('booking-site.booking')
  const summary = useTranslations('booking-site.summary')
  return (
    <ul className="grid gap-1.5 border-t pt-5 text-muted">
      {comes && <li>{`${t('bring')}: ${t('bringText')}`}</li>}
      <li>
        {summary('includedKm', {
          km: formatKm(price.includedKm),
          amount: formatMoney(price.extraKmRappen, price.currency),
        })}
      </li>
      {price.securityDepositRappen > 0 && (
        <li>
          {summary('securityDeposit', { amount: formatMoney(price.securityDepositRappen, price.currency) })}
          {'. '}
          {summary('securityDepositHelp')}
        </li>
      )}
      {price.excessRappen !== null && (
        <li>{summary('excess', { amount: formatMoney(price.excessRappen, price.currency) })}</li>
      )}
    </ul>
  )
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-muted text-sm">{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Address({ place }: { place: Booking['pickup'] }) {
  const street = [place.street, place.houseNumber].filter(Boolean).join(' ')
  const town = [place.postalCode, place.town].filter(Boolean).join(' ')
  return <span className="text-muted">{[place.name, street, town].filter(Boolean).join(', ')}</span>
}

/** What is paid of the settled total, and what is not. */
function Settled({
  settled: { paidRappen, openRappen },
  currency,
}: {
  settled: NonNullable<BookingFactsProps['settled']>
  currency: string
}) {
  const t = useTranslations('booking-site.summary')
  return (
    <>
      {paidRappen > 0 && <Amount label={t('settled')} amountRappen={paidRappen} currency={currency} />}
      {openRappen !== null && openRappen > 0 && (
        <Amount label={t('open')} amountRappen={openRappen} currency={currency} />
      )}
    </>
  )
}

/** What was paid of a booking that was called off, and what became of it. */
function Ended({ ended, currency }: { ended: NonNullable<Booking['ended']>; currency: string }) {
  const t = useTranslations('booking-site.summary')
  const { feeRappen, refundRappen } = ended
  if (feeRappen + refundRappen === 0) return null
  return (
    <>
      <Amount label={t('settled')} amountRappen={feeRappen + refundRappen} currency={currency} />
      {refundRappen > 0 && <Amount label={t('refunded')} amountRappen={refundRappen} currency={currency} />}
      {feeRappen > 0 && <Amount label={t('cancellationFee')} amountRappen={feeRappen} currency={currency} />}
    </>
  )
}

type AmountProps = { label: string; amountRappen: number; currency: string; strong?: boolean }

function Amount({ label, amountRappen, currency, strong }: AmountProps) {
  return (
    <p
      className={
        strong
          ? 'flex flex-wrap justify-between gap-x-4 font-semibold text-lg'
          : 'flex flex-wrap justify-between gap-x-4'
      }
    >
      <span>{label}</span>
      <Money amountRappen={amountRappen} currency={currency} />
    </p>
  )
}
