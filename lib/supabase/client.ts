import type { AuthError, SupabaseClient, User } from '@supabase/supabase-js'
import type { Database } from '@/lib/supabase/types'

/** The one client type of the product, whoever's rights it carries. */
export type Db = SupabaseClient<Database>

/** What every client sends along: the audit trail and the outbox keep the request's id. */
export function tracingHeaders(requestId: string): Record<string, string> {
  return { 'x-request-id': requestId }
}

/** A person as the auth server knows them, and how it refuses; our names for the SDK's types. */
export type AuthUser = User
export type AuthFailure = AuthError
