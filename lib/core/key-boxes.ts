import { z } from 'zod'
import type { CompanyContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'

/** How the pickup from a key box stands: the customer knows the code, will a day before, or has to check in or pay the booking deposit first. */
export const KeyBoxState = z.enum(['told', 'later', 'checkin', 'deposit'])

export type KeyBoxState = z.infer<typeof KeyBoxState>

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
