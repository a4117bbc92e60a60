import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { orNotFound, pageContext } from '@/app/(dashboard)/page-context'
import { HistoryCard } from '@/components/activity/history-card'
import { CheckinCard } from '@/components/checkin/checkin-card'
import { DepositCard } from '@/components/contracts/deposit-card'
import { DetailLayout } from '@/components/dashboard/detail-layout'
import { ConversationCard } from '@/components/messages/conversation-card'
import { ChangesCard } from '@/components/reservations/change/changes-card'
import { CustomerCard } from '@/components/reservations/customer-card'
import { MessagesCard } from '@/components/reservations/messages-card'
import { NotesCard } from '@/components/reservations/notes-card'
import { PaymentsCard } from '@/components/reservations/payments-card'
import { PriceCard } from '@/components/reservations/price-card'
import { PrivateLinkCard } from '@/components/reservations/private-link-card'
import { ReservationActions } from '@/components/reservations/reservation-actions'
import { ReservationBadge } from '@/components/reservations/reservation-badge'
import { ReservationCharge } from '@/components/reservations/reservation-charge'
import { ReservationFacts } from '@/components/reservations/reservation-facts'
import { Button } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { listHistory } from '@/lib/activity/queries'
import { getReservationCheckin } from '@/lib/checkin/queries'
import { getDeposit } from '@/lib/contracts/queries/deposit'
import { listKeyBoxes } from '@/lib/core/key-boxes'
import { listSignedTerms } from '@/lib/core/signed-terms'
import { listReservationMessages } from '@/lib/messages/conversation'
import { listChanges } from '@/lib/reservations/queries/changes'
import { getReservation, listSentMessages } from '@/lib/reservations/queries/detail'
import { previewEnd } from '@/lib/reservations/queries/end-terms'
import { listNotes } from '@/lib/reservations/queries/notes'
import { getPrivateLink } from '@/lib/reservations/queries/private-link'
import { reservationRights } from '@/lib/reservations/rules'

type ReservationPageProps = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: ReservationPageProps) {
  const ctx = await pageContext('reservations.see')
  return { title: (await orNotFound(getReservation(ctx, (await params).id))).number }
}

/** One reservation: who, what, when, why it costs what it costs, what was paid and said, what happened. */
export default async function ReservationPage({ params }: ReservationPageProps) {
  const ctx = await pageContext('reservations.see')
  const { id } = await params
  const reservation = await orNotFound(getReservation(ctx, id))
  const { payments, contract } = reservation
  const rights = reservationRights(ctx.can)
  const answered = getReservationCheckin(ctx, id)
  const [
    t,
    terms,
    notes,
    messages,
    changes,
    link,
    checkin,
    conversation,
    deposit,
    keyBoxes,
    signedTerms,
    history,
  ] = await Promise.all([
    getTranslations('reservations'),
    previewEnd(ctx, id),
    listNotes(ctx, id),
    listSentMessages(ctx, id),
    listChanges(ctx, id),
    rights.canEdit ? getPrivateLink(ctx, id) : null,
    answered,
    listReservationMessages(ctx, id),
    contract && ctx.can('contracts.see') ? getDeposit(ctx, contract.id) : null,
    listKeyBoxes(ctx, [id]),
    listSignedTerms(ctx, [id]),
    answered.then((checkin) =>
      listHistory(ctx, [
        { table: 'reservations', ids: [id] },
        { table: 'form_files', ids: checkin?.files.map((file) => file.id) ?? [] },
        { table: 'contracts', ids: contract ? [contract.id] : [] },
        { table: 'payments', ids: payments.map((payment) => payment.id) },
        { table: 'refunds', ids: payments.flatMap(({ refunds }) => refunds.map((refund) => refund.id)) },
      ]),
    ),
  ])
  return (
    <div className="grid gap-5">
      <PageHeader
        back={{ href: '/dashboard/reservations', label: t('title') }}
        title={<span className="tabular">{reservation.number}</span>}
        badge={<ReservationBadge status={reservation.status} />}
        actions={
          <ReservationActions
            reservation={reservation}
            terms={terms}
            rights={rights}
            now={ctx.now()}
            timeZone={ctx.timeZone}
          />
        }
      />
      <DetailLayout
        history={<HistoryCard entries={history} timeZone={ctx.timeZone} currency={ctx.company.currency} />}
        aside={
          <>
            <CustomerCard customer={reservation.customer} />
            <ReservationCharge ctx={ctx} reservation={reservation} />
            <PaymentsCard payments={payments} timeZone={ctx.timeZone} canRefund={rights.canRefund} />
            {contract && deposit && (
              <DepositCard
                deposit={deposit}
                contractStatus={contract.status}
                currency={reservation.currency}
                timeZone={ctx.timeZone}
                canTakeMoney={ctx.can('payments.take')}
                customerUrl={link && !link.isExpired ? link.url : null}
              >
                {deposit.status === 'held' && contract.status === 'returned' && (
                  <Button asChild>
                    <Link href={`/dashboard/contracts/${contract.id}`}>{t('detail.settleDeposit')}</Link>
                  </Button>
                )}
              </DepositCard>
            )}
            {link && <PrivateLinkCard reservationId={id} link={link} timeZone={ctx.timeZone} />}
            <MessagesCard messages={messages} timeZone={ctx.timeZone} />
          </>
        }
      >
        <ReservationFacts
          reservation={reservation}
          keyBox={keyBoxes[0]?.state ?? null}
          signedTerms={signedTerms[0] ?? null}
          timeZone={ctx.timeZone}
          canAssign={rights.canEdit}
        />
        <PriceCard price={reservation.price} isFrozen withBookingDeposit={reservation.source === 'site'} />
        <CheckinCard checkin={checkin} timeZone={ctx.timeZone} />
        <ConversationCard
          reservationId={id}
          customerId={reservation.customer.id}
          messages={conversation}
          timeZone={ctx.timeZone}
          canAnswer={rights.canEdit}
        />
        <ChangesCard changes={changes} timeZone={ctx.timeZone} currency={reservation.currency} />
        <NotesCard reservationId={id} notes={notes} timeZone={ctx.timeZone} canAdd={rights.canEdit} />
      </DetailLayout>
    </div>
  )
}
