import type { CompanyContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'

/** Under which name and when rental terms were signed in advance, and whether the customer or one of their drivers is called so. */
export type SignedTerms = { name: string; at: string; isKnown: boolean }

/** Who has signed the terms of some reservations in the portal; those nobody signed are left out. @throws AppError `forbidden` */
export async function listSignedTerms(
  ctx: CompanyContext,
  reservationIds: string[],
): Promise<(SignedTerms & { reservationId: string })[]> {
  if (reservationIds.length === 0) return []
  const { data, error } = await ctx.db.rpc('list_signed_terms', { p_reservation_ids: reservationIds })
  if (error) throw fromPostgres(error)
  return data.map(({ reservation_id, name, signed_at, is_known }) => ({
    reservationId: reservation_id,
    name,
    at: signed_at,
    isKnown: is_known,
  }))
}
