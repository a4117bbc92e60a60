import 'server-only'
import { fromPostgres } from '@/lib/core/errors'
import { createAdminClient } from '@/lib/supabase/admin'

/** Ends unpaid holds whose time is up; only hygiene, because every booking ends those in its own way first. */
export function expireHolds(requestId: string): Promise<number> {
  return sweep('expire_holds', requestId)
}

/** Marks invoices that were not paid in time, by the calendar of each company. */
export function markOverdueInvoices(requestId: string): Promise<number> {
  return sweep('mark_overdue_invoices', requestId)
}

async function sweep(name: 'expire_holds' | 'mark_overdue_invoices', requestId: string): Promise<number> {
  const { data, error } = await createAdminClient({ purpose: 'sweep' }, requestId).rpc(name)
  if (error) throw fromPostgres(error)
  return Number(data)
}
