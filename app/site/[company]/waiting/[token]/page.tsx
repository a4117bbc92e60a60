import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { acceptOffer, leaveList } from '@/app/site/[company]/waiting/[token]/actions'
import { entryOrNotFound } from '@/app/site/[company]/waiting/[token]/entry-or-not-found'
import { BookingFacts } from '@/components/booking-site/booking-facts'
import { ContactButtons } from '@/components/booking-site/contact-buttons'
import { SiteLink } from '@/components/booking-site/site-link'
import { AcceptOffer } from '@/components/booking-site/waiting/accept-offer'
import { KeepContact } from '@/components/booking-site/waiting/keep-contact'
import { LeaveList } from '@/components/booking-site/waiting/leave-list'
import { WaitingStandingCard } from '@/components/booking-site/waiting/waiting-standing'
import { WishFacts } from '@/components/booking-site/waiting/wish-facts'
import { buttonStyle } from '@/components/ui/button-style'
import { type Query, searchQuery } from '@/lib/booking-site/search-state'
import { waitingStandingOf } from '@/lib/booking-site/waiting/rules'
import { getSiteContext } from '@/lib/core/context'
import { localTimeOf } from '@/lib/core/dates'

type EntryProps = { params: Promise<{ company: string; token: string }>; searchParams: Promise<Query> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('booking-site.waiting')
  return { title: t('meta'), robots: { index: false }, referrer: 'same-origin' }
}

/** One's own page of the waiting list: where one stands, what was offered, and how to leave. */
export default async function WaitingEntryPage({ params, searchParams }: EntryProps) {
  const { company: slug, token } = await params
  const ctx = await getSiteContext(slug)
  const entry = await entryOrNotFound(ctx, token)
  const t = await getTranslations('booking-site.waiting')
  const standing = waitingStandingOf(entry, ctx.now())
  const { booking } = entry
  const search = searchQuery({
    from: localTimeOf(entry.startsAt, ctx.timeZone),
    to: localTimeOf(entry.endsAt, ctx.timeZone),
    ...(entry.categoryId && { categoryId: entry.categoryId }),
    ...(entry.locationId && { locationId: entry.locationId }),
    ...(entry.equipment.length > 0 && { equipment: entry.equipment }),
    extras: {},
  })
  return (
    <div className="mx-auto grid max-w-2xl gap-5">
      <WaitingStandingCard standing={standing} until={entry.offeredUntil} ctx={ctx}>
        {standing === 'free' && (
          <>
            <KeepContact contact={entry.customer} />
            <SiteLink href={`/search?${search}`} className={buttonStyle({ variant: 'primary', size: 'xl' })}>
              {t('book')}
            </SiteLink>
          </>
        )}
        {booking && (standing === 'accepted' || standing === 'booked') && (
          <SiteLink
            href={`/portal/${booking.token}`}
            className={buttonStyle({ variant: 'primary', size: 'xl' })}
          >
            {t('openBooking')}
          </SiteLink>
        )}
        {(standing === 'expired' || standing === 'withdrawn') && (
          <SiteLink href="/" className={buttonStyle({ variant: 'primary', size: 'lg' })}>
            {t('searchAgain')}
          </SiteLink>
        )}
      </WaitingStandingCard>
      {booking && standing === 'kept' ? (
        <>
          <BookingFacts booking={booking} stage="comes" settled={null} paidRappen={0} ctx={ctx} />
          <AcceptOffer
            accept={acceptOffer.bind(null, slug, token)}
            depositRappen={booking.bookingDepositRappen}
            currency={booking.currency}
            hasTerms={ctx.company.hasTerms}
            isRefused={'consent' in (await searchParams)}
          />
        </>
      ) : (
        <WishFacts {...entry} ctx={ctx} />
      )}
      <section className="grid gap-3 rounded-lg border bg-surface p-4">
        <h2 className="font-semibold text-lg">{t('contact')}</h2>
        <ContactButtons company={ctx.company} />
      </section>
      {(standing === 'waiting' || standing === 'free' || standing === 'kept' || standing === 'accepted') && (
        <LeaveList leave={leaveList.bind(null, slug, token)} />
      )}
    </div>
  )
}
