import type { CompanyContext } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import type { Database } from '@/lib/supabase/types'

/** What a form says about the record it changes; without `seenAt` whatever stands there now is changed. */
type Seen = { id: string; seenAt?: string | undefined }

/** The record as its form showed it, for `match`: who saw an older one meets no row. */
export function asSeen({ companyId }: Pick<CompanyContext, 'companyId'>, { id, seenAt }: Seen) {
  return { company_id: companyId, id, ...(seenAt && { updated_at: seenAt }) }
}

/** Why a change met no row: somebody else was quicker, or there is none. */
export async function whyNotMet(
  { db, companyId }: Pick<CompanyContext, 'db' | 'companyId'>,
  table: keyof Database['public']['Tables'],
  { id, seenAt }: Seen,
): Promise<AppError> {
  if (!seenAt) return new AppError('not_found')
  // Every table of a company has these two columns.
  const { data } = await db
    .from(table as 'customers')
    .select('id')
    .eq('company_id', companyId)
    .eq('id', id)
    .maybeSingle()
  return new AppError(data ? 'changed_meanwhile' : 'not_found')
}
