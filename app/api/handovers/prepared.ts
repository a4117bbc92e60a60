import { getReservationCheckin } from '@/lib/checkin/queries'
import type { CompanyContext } from '@/lib/core/context'
import type { Handover, PreparedHandover } from '@/lib/handover/handover'
import { loadHandovers } from '@/lib/handover/queries/handovers'
import { withToldDrivers } from '@/lib/handover/told-drivers'

type Due = { kind: string; reservationId?: string; contractId?: string; handoverId?: string }

/** What somebody needs to do the pickups, returns and exchanges of a list without network. */
export async function prepareTasks(ctx: CompanyContext, tasks: Due[]): Promise<PreparedHandover[]> {
  const handovers = await loadHandovers(ctx, {
    reservationIds: tasks.flatMap(({ kind, reservationId = [] }) => (kind === 'pickup' ? reservationId : [])),
    contractIds: tasks.flatMap(({ kind, contractId = [] }) => (kind === 'return' ? contractId : [])),
    exchangeIds: tasks.flatMap(({ handoverId = [] }) => handoverId),
  })
  return Promise.all(handovers.map((handover) => prepare(ctx, handover)))
}

/** A handover with what the customer told beforehand, the drivers filled in from it. */
export async function prepare(ctx: CompanyContext, handover: Handover): Promise<PreparedHandover> {
  const checkin =
    handover.kind === 'pickup' && !handover.isExchange
      ? await getReservationCheckin(ctx, handover.reservation.id)
      : null
  return { ...handover, ...withToldDrivers(handover, checkin), checkin }
}
