import { getReservationCheckin } from '@/lib/checkin/queries'
import { apiRoute } from '@/lib/core/route'
import { getDay } from '@/lib/dashboard/day'
import { loadHandovers } from '@/lib/handover/queries/handovers'

/** Today's pickups and returns with all that is needed to do them without network, and the vehicles at the wash. */
export const GET = apiRoute({ permission: 'handover.perform' }, async ({ ctx }) => {
  const { tasks } = await getDay(ctx)
  const handovers = await loadHandovers(ctx, {
    reservationIds: tasks.flatMap((task) => (task.kind === 'pickup' ? task.reservationId : [])),
    contractIds: tasks.flatMap((task) => (task.kind === 'return' ? task.contractId : [])),
  })
  const prepared = await Promise.all(
    handovers.map(async (handover) => ({
      ...handover,
      checkin: handover.kind === 'pickup' ? await getReservationCheckin(ctx, handover.reservation.id) : null,
    })),
  )
  return { handovers: prepared, washes: tasks.filter((task) => task.kind === 'cleaning') }
})
