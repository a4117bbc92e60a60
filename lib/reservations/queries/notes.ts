import type { CompanyContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'

/** A remark of the team on a reservation. */
export type ReservationNote = { id: string; text: string; author: string | null; at: string }

/** What the team noted about a reservation, the first note first. */
export async function listNotes(ctx: CompanyContext, reservationId: string): Promise<ReservationNote[]> {
  const { data, error } = await ctx.db
    .from('reservation_notes')
    .select('id, text, created_at, author:profiles(full_name)')
    .eq('company_id', ctx.companyId)
    .eq('reservation_id', reservationId)
    .order('created_at')
    .order('id')
    .limit(200)
  if (error) throw fromPostgres(error)
  return data.map(({ id, text, created_at, author }) => ({
    id,
    text,
    author: author?.full_name ?? null,
    at: created_at,
  }))
}
