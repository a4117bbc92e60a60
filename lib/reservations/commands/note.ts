import { z } from 'zod'
import type { CompanyContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'

/** A remark on a reservation. */
export const NewReservationNote = z.object({
  reservationId: z.uuid(),
  text: z.string().trim().min(1).max(5_000),
})

/** Adds a note; it stays as it was written. */
export async function addReservationNote(
  ctx: CompanyContext,
  { reservationId, text }: z.infer<typeof NewReservationNote>,
): Promise<void> {
  const { error } = await ctx.db
    .from('reservation_notes')
    .insert({ company_id: ctx.companyId, reservation_id: reservationId, text })
  if (error) throw fromPostgres(error)
  ctx.log.info({ event: 'reservation.noted', reservationId })
}
