import type { CompanyContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'
import { KeyBoxState } from '@/lib/reservations/key-box'

/** How the pickups of some reservations stand that take place from a key box; the others are left out. @throws AppError `forbidden` */
export async function listKeyBoxes(
  ctx: CompanyContext,
  reservationIds: string[],
): Promise<{ reservationId: string; state: KeyBoxState }[]> {
  if (reservationIds.length === 0) return []
  const { data, error } = await ctx.db.rpc('list_key_boxes', { p_reservation_ids: reservationIds })
  if (error) throw fromPostgres(error)
  return data.map(({ reservation_id, state }) => ({
    reservationId: reservation_id,
    state: KeyBoxState.parse(state),
  }))
}
