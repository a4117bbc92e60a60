import 'server-only'
import { fromPostgres } from '@/lib/core/errors'
import { createAdminClient } from '@/lib/supabase/admin'

/** Ends unpaid holds whose time is up; only hygiene, because every booking ends those in its own way first. */
export async function expireHolds(requestId: string): Promise<number> {
  const db = createAdminClient({ purpose: 'sweep' }, requestId)
  const { data, error } = await db.rpc('expire_holds')
  if (error) throw fromPostgres(error)
  return Number(data)
}
