import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { cancelOwnBooking, payBooking } from '@/app/site/[company]/booking/[token]/actions'
import { bookingOrNotFound } from '@/app/site/[company]/booking/[token]/booking-or-not-found'
import { BookingActions } from '@/components/booking-site/booking-actions'
import { BookingFacts } from '@/components/booking-site/booking-facts'
import { BookingStanding } from '@/components/booking-site/booking-standing'
import { CancelBooking } from '@/components/booking-site/cancel-booking'
import { ContactButtons } from '@/components/booking-site/contact-buttons'
import { ForgetDetails } from '@/components/booking-site/forget-details'
import { RefreshWhile } from '@/components/booking-site/refresh-while'
import { awaitsWord, paidRappen, standingOf } from '@/lib/booking-site/booking'
import type { Query } from '@/lib/booking-site/search-state'
import { getSiteContext } from '@/lib/core/context'

type BookingProps = { params: Promise<{ company: string; token: string }>; searchParams: Promise<Query> }

export async function generateMetadata({ params }: BookingProps): Promise<Metadata> {
  const { company, token } = await params
  const booking = await bookingOrNotFound(company, token)
  const t = await getTranslations('booking-site.meta')
  return {
    title: t('booking', { number: booking.number }),
    robots: { index: false },
    referrer: 'no-referrer',
  }
}

/** A booking's own page: where it stands, by itself up to date, and everything about it. */
export default async function BookingPage({ params, searchParams }: BookingProps) {
  const { company: slug, token } = await params
  const ctx = await getSiteContext(slug)
  const booking = await bookingOrNotFound(slug, token)
  const standing = standingOf(booking, ctx.now())
  const waits = standing === 'awaiting_payment'
  const checking = 'paid' in (await searchParams) && awaitsWord(booking, ctx.now())
  const t = await getTranslations('booking-site.booking')

  return (
    <div className="mx-auto grid max-w-2xl gap-5">
      <BookingStanding booking={booking} standing={standing} checking={checking} ctx={ctx}>
        <BookingActions
          booking={booking}
          standing={standing}
          pay={payBooking.bind(null, slug, booking.token)}
        />
      </BookingStanding>
      {(waits || checking) && <RefreshWhile seconds={checking ? 2 : 10} />}
      {standing === 'confirmed' && <ForgetDetails />}
      <BookingFacts
        booking={booking}
        comes={waits || standing === 'confirmed'}
        paidRappen={paidRappen(booking)}
        ctx={ctx}
      />
      <section className="grid gap-3 rounded-lg border bg-surface p-4">
        <div>
          <h2 className="font-semibold text-lg">{t('contact')}</h2>
          <p className="text-muted">{t('contactText', { company: ctx.company.name })}</p>
        </div>
        <ContactButtons company={ctx.company} />
      </section>
      {booking.cancellation && !checking && (
        <CancelBooking
          terms={booking.cancellation}
          currency={booking.currency}
          cancel={cancelOwnBooking.bind(null, slug, booking.token)}
        />
      )}
    </div>
  )
}
