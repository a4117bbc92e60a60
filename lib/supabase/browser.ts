import { createClient } from '@supabase/supabase-js'
import type { Db } from '@/lib/supabase/client'
import type { Database } from '@/lib/supabase/types'

/** Where the data lives, handed down by a server component: one image runs against any deployment. */
export type BrowserConfig = { supabaseUrl: string; publishableKey: string }

/**
 * A client for the browser, without a session: cookies are out of reach of scripts. It sends files to signed
 * addresses and listens to channels whose token the server handed out.
 */
export function createBrowserClient({ supabaseUrl, publishableKey }: BrowserConfig): Db {
  return createClient<Database>(supabaseUrl, publishableKey, {
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
  })
}
