import { ChargeCard } from '@/components/reservations/charge-card'
import type { CompanyContext } from '@/lib/core/context'
import { localDateOf } from '@/lib/core/dates'
import { getCustomer } from '@/lib/customers/queries'
import { getLicenceDemand } from '@/lib/fleet/queries/licence-demand'
import { getCharge } from '@/lib/reservations/account'
import type { ReservationDetail } from '@/lib/reservations/queries/detail'

type ReservationChargeProps = { ctx: CompanyContext; reservation: ReservationDetail }

/** Who drives and who pays of a reservation; to be changed until the vehicle is handed over. */
export async function ReservationCharge({ ctx, reservation }: ReservationChargeProps) {
  const { id, vehicle, customer, startsAt, endsAt, status } = reservation
  const [payer, charge, demand] = await Promise.all([
    getCustomer(ctx, customer.id, { evenDeleted: true }),
    getCharge(ctx, id),
    getLicenceDemand(ctx, { vehicleId: vehicle.id }),
  ])
  const dayOf = (instant: string) => localDateOf(new Date(instant), ctx.timeZone)
  return (
    <ChargeCard
      reservationId={id}
      payer={payer}
      charge={charge}
      demand={demand}
      days={{ startsOn: dayOf(startsAt), endsOn: dayOf(endsAt) }}
      canEdit={ctx.can('reservations.edit') && ['pending', 'confirmed'].includes(status)}
    />
  )
}
