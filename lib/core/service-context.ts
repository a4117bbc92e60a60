import 'server-only'
import type { ServiceContext } from '@/lib/core/context'
import { logFor } from '@/lib/core/log'
import { createAdminClient } from '@/lib/supabase/admin'

/** A machine at work for one company. The id comes from our own tables, never from a request. */
export function serviceContext(companyId: string, purpose: string, requestId: string): ServiceContext {
  return {
    db: createAdminClient({ companyId }, requestId),
    companyId,
    actor: { kind: 'system', purpose },
    now: () => new Date(),
    log: logFor({ requestId, companyId }),
    requestId,
  }
}
