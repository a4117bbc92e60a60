import { orNothing } from '@/components/lists/or-nothing'
import { RecordPanel } from '@/components/lists/record-panel'
import { CustomerCard } from '@/components/reservations/customer-card'
import { PriceCard } from '@/components/reservations/price-card'
import { ReservationActions } from '@/components/reservations/reservation-actions'
import { ReservationBadge } from '@/components/reservations/reservation-badge'
import { ReservationFacts } from '@/components/reservations/reservation-facts'
import type { CompanyContext } from '@/lib/core/context'
import { listKeyBoxes } from '@/lib/core/key-boxes'
import { listSignedTerms } from '@/lib/core/signed-terms'
import { getReservation } from '@/lib/reservations/queries/detail'
import { previewEnd } from '@/lib/reservations/queries/end-terms'
import { reservationRights } from '@/lib/reservations/rules'

/** A reservation beside the list: the next step, what was promised, to whom, for how much. */
export async function ReservationPanel({ ctx, id }: { ctx: CompanyContext; id: string }) {
  const reservation = await orNothing(getReservation(ctx, id))
  if (!reservation) return null
  const [terms, keyBoxes, signedTerms] = await Promise.all([
    previewEnd(ctx, id),
    listKeyBoxes(ctx, [id]),
    listSignedTerms(ctx, [id]),
  ])
  const rights = reservationRights(ctx.can)
  return (
    <RecordPanel
      title={reservation.number}
      badge={<ReservationBadge status={reservation.status} />}
      href={`/dashboard/reservations/${id}`}
    >
      <div className="flex flex-wrap gap-2">
        <ReservationActions
          reservation={reservation}
          terms={terms}
          rights={rights}
          now={ctx.now()}
          timeZone={ctx.timeZone}
        />
      </div>
      <ReservationFacts
        reservation={reservation}
        keyBox={keyBoxes[0]?.state ?? null}
        signedTerms={signedTerms[0] ?? null}
        timeZone={ctx.timeZone}
        canAssign={rights.canEdit}
      />
      <CustomerCard customer={reservation.customer} />
      <PriceCard price={reservation.price} isFrozen withBookingDeposit={reservation.source === 'site'} />
    </RecordPanel>
  )
}
