import 'server-only'
import { createClient } from '@supabase/supabase-js'
import { env } from '@/lib/core/env'
import { type Db, tracingHeaders } from '@/lib/supabase/client'
import type { Database } from '@/lib/supabase/types'

/** Work that belongs to no single company: emptying the queues and sweeping. Each names itself. */
export type AdminPurpose = 'outbox' | 'webhook-inbox' | 'sweep' | 'health'

/**
 * A client that passes row-level security. It exists for a company taken from our own tables or for a named
 * purpose, never "in general", and the caller puts `company_id` into every query it makes.
 */
export function createAdminClient(
  reason: { companyId: string } | { purpose: AdminPurpose },
  requestId: string,
): Db {
  const onBehalfOf = 'companyId' in reason ? `company:${reason.companyId}` : `purpose:${reason.purpose}`
  return createClient<Database>(env().NEXT_PUBLIC_SUPABASE_URL, env().SUPABASE_SECRET_KEY, {
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
    global: { headers: { ...tracingHeaders(requestId), 'x-on-behalf-of': onBehalfOf } },
  })
}
