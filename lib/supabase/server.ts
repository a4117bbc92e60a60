import 'server-only'
import { createServerClient } from '@supabase/ssr'
import { createClient } from '@supabase/supabase-js'
import { cookies } from 'next/headers'
import { env } from '@/lib/core/env'
import { type Db, tracingHeaders } from '@/lib/supabase/client'
import { freshTokenIn, isSessionCookie, sessionCookie } from '@/lib/supabase/session-cookie'
import type { Database } from '@/lib/supabase/types'

function address(): [url: string, key: string] {
  return [env().NEXT_PUBLIC_SUPABASE_URL, env().NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY]
}

/** A client with the rights of the person whose session cookie came with the request. */
export async function createSessionClient(requestId: string): Promise<Db> {
  const jar = await cookies()
  return createServerClient<Database>(...address(), {
    cookieOptions: sessionCookie(),
    global: { headers: tracingHeaders(requestId) },
    cookies: {
      getAll: () => jar.getAll(),
      setAll: (changes) => {
        try {
          for (const { name, value, options } of changes) {
            if (isSessionCookie(name)) jar.set(name, value, options)
          }
        } catch {
          // A page cannot write cookies; proxy.ts has refreshed the session before it is rendered.
        }
      },
    },
  })
}

/** The access token of the person whose session cookie came with the request, where the session needs no renewal; else null. */
export async function freshSessionToken(): Promise<string | null> {
  return freshTokenIn((await cookies()).getAll())
}

/** A client with the rights of the bearer of an access token, for machines. */
export function createTokenClient(accessToken: string, requestId: string): Db {
  return createClient<Database>(...address(), {
    accessToken: async () => accessToken,
    global: { headers: tracingHeaders(requestId) },
  })
}

/** A client with nobody's rights: what the booking site and private links may call. */
export function createAnonymousClient(requestId: string): Db {
  return createClient<Database>(...address(), {
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
    global: { headers: tracingHeaders(requestId) },
  })
}
