import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import {
  cancelOwnBooking,
  confirmOwnDeposit,
  payBooking,
  requestOwnData,
  signOwnAddendum,
  takeOwnUpsell,
} from '@/app/site/[company]/portal/[token]/actions'
import { bookingNumber, bookingOrNotFound } from '@/app/site/[company]/portal/[token]/booking-or-not-found'
import { BookingActions } from '@/components/booking-site/booking-actions'
import { BookingFacts } from '@/components/booking-site/booking-facts'
import { BookingStanding } from '@/components/booking-site/booking-standing'
import { CancelBooking } from '@/components/booking-site/cancel-booking'
import { ContactButtons } from '@/components/booking-site/contact-buttons'
import { ForgetDetails, ForgetHold } from '@/components/booking-site/forget-details'
import { KeyBox } from '@/components/booking-site/key-box'
import { RefreshWhile } from '@/components/booking-site/refresh-while'
import { Addendum } from '@/components/portal/addendum'
import { CheckinPrompt } from '@/components/portal/checkin-prompt'
import { ConfirmDeposit } from '@/components/portal/confirm-deposit'
import { DataRights } from '@/components/portal/data-rights'
import { Documents } from '@/components/portal/documents'
import { Payments } from '@/components/portal/payments'
import { PortalFrame } from '@/components/portal/portal-frame'
import { roomsOf } from '@/components/portal/rooms'
import { Upsells } from '@/components/portal/upsells'
import { Alert } from '@/components/ui/alert'
import { awaitsWord, paidRappen, standingOf } from '@/lib/booking-site/booking'
import { sameAgain } from '@/lib/booking-site/same-again'
import type { Query } from '@/lib/booking-site/search-state'
import { getSiteContext } from '@/lib/core/context'
import { getPortal } from '@/lib/portal/queries'
import { offerUpsells } from '@/lib/portal/upsells'

type BookingProps = { params: Promise<{ company: string; token: string }>; searchParams: Promise<Query> }

export async function generateMetadata({ params }: BookingProps): Promise<Metadata> {
  const { company, token } = await params
  const number = await bookingNumber(company, token)
  const t = await getTranslations('booking-site.meta')
  return {
    ...(number && { title: t('booking', { number }) }),
    robots: { index: false },
    referrer: 'same-origin',
  }
}

/** The front room of the portal: where the booking stands, by itself up to date, and everything about it. */
export default async function BookingPage({ params, searchParams }: BookingProps) {
  const { company: slug, token } = await params
  const ctx = await getSiteContext(slug)
  const booking = await bookingOrNotFound(slug, token)
  const [portal, upsells] = await Promise.all([getPortal(ctx, token), offerUpsells(ctx, token)])
  const standing = standingOf(booking, ctx.now(), portal.contract)
  const waits = standing === 'awaiting_payment'
  const isConfirmed = ['confirmed', 'picked_up', 'returned', 'done'].includes(standing)
  const settled = portal.contract?.settled ?? null
  const query = await searchParams
  const checking = 'paid' in query && awaitsWord(booking, ctx.now())
  // Back from Stripe's page, whose word comes within seconds.
  const isReserving = 'reserved' in query && portal.deposit?.needsCustomer === true
  const t = await getTranslations('booking-site.booking')
  const own = await getTranslations('portal')

  return (
    <PortalFrame token={token} current="overview" rooms={roomsOf(portal)}>
      {'checkedin' in query && <Alert tone="success" role="status" title={own('checkin.done')} />}
      {'signed' in query && <Alert tone="success" role="status" title={own('addendum.done')} />}
      {'changed' in query && <Alert tone="success" role="status" title={own('change.done')} />}
      {'taken' in query && <Alert tone="success" role="status" title={own('upsells.taken')} />}
      {'asked' in query && (
        <Alert tone="success" role="status" title={own('upsells.asked', { company: ctx.company.name })} />
      )}
      {'refused' in query && <Alert tone="danger" role="alert" title={own('upsells.refused')} />}
      <BookingStanding
        booking={booking}
        standing={standing}
        checking={checking}
        openRappen={settled?.openRappen ?? 0}
        ctx={ctx}
      >
        <BookingActions
          booking={booking}
          standing={standing}
          again={
            standing === 'expired' ? sameAgain(booking, { now: ctx.now(), timeZone: ctx.timeZone }) : null
          }
          ctx={ctx}
          pay={payBooking.bind(null, slug, booking.token)}
        />
      </BookingStanding>
      {(waits || checking) && <RefreshWhile seconds={checking ? 2 : 10} />}
      {(portal.checkin === 'open' || portal.checkin === 'begun' || portal.checkin === 'changed') && (
        <CheckinPrompt token={token} state={portal.checkin} opensBox={portal.keyBox === 'checkin'} />
      )}
      {isConfirmed && <ForgetDetails />}
      {standing === 'expired' && <ForgetHold />}
      {portal.addenda.map((addendum, index) => (
        <Addendum
          key={addendum.changeId}
          id={index === 0 ? 'addendum' : undefined}
          addendum={addendum}
          contract={portal.contract?.number ?? ''}
          customer={booking.customer.name}
          currency={booking.currency}
          ctx={ctx}
          sign={signOwnAddendum.bind(null, slug, booking.token, addendum.changeId)}
        />
      ))}
      {portal.deposit?.needsCustomer && (
        <ConfirmDeposit
          deposit={portal.deposit}
          currency={booking.currency}
          isReserving={isReserving}
          confirm={confirmOwnDeposit.bind(null, slug, booking.token)}
        />
      )}
      {isReserving && <RefreshWhile seconds={2} />}
      {booking.keyBox && <KeyBox box={booking.keyBox} />}
      <BookingFacts
        booking={booking}
        stage={standing === 'picked_up' ? 'runs' : waits || standing === 'confirmed' ? 'comes' : 'over'}
        paidRappen={paidRappen(booking)}
        settled={settled}
        ctx={ctx}
      />
      <Upsells
        upsells={upsells}
        company={ctx.company.name}
        currency={booking.currency}
        locale={ctx.locale}
        take={takeOwnUpsell.bind(null, slug, booking.token)}
      />
      <Payments portal={portal} currency={booking.currency} ctx={ctx} />
      {(isConfirmed || waits || portal.documents.length > 0) && (
        <Documents documents={portal.documents} token={token} hasBegun={portal.contract !== null} ctx={ctx} />
      )}
      <section className="grid gap-3 rounded-lg border bg-surface p-5">
        <div>
          <h2 className="font-semibold text-lg">{t('contact')}</h2>
          <p className="text-muted">{t('contactText', { company: ctx.company.name })}</p>
        </div>
        <ContactButtons company={ctx.company} conversation={`/portal/${token}/messages`} />
      </section>
      {booking.cancellation && !checking && (
        <CancelBooking
          terms={booking.cancellation}
          currency={booking.currency}
          cancel={cancelOwnBooking.bind(null, slug, booking.token)}
        />
      )}
      <DataRights
        requests={portal.dataRequests}
        company={ctx.company.name}
        locale={ctx.locale}
        request={requestOwnData.bind(null, slug, booking.token)}
      />
    </PortalFrame>
  )
}
