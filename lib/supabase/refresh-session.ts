import { createServerClient } from '@supabase/ssr'
import type { NextRequest, NextResponse } from 'next/server'
import { env } from '@/lib/core/env'
import { freshTokenIn, sessionCookie } from '@/lib/supabase/session-cookie'

/**
 * Renews an access token that has run out, before a page is rendered that could not write the cookie.
 * Changes go to the request (for this rendering) and, by the returned function, to the response (for the next).
 * It decides nothing: a session that cannot be renewed simply is none.
 */
export async function refreshSession(request: NextRequest): Promise<(response: NextResponse) => void> {
  const options = sessionCookie()
  if (!request.cookies.getAll().some(({ name }) => name.startsWith(options.name ?? '')))
    return () => undefined
  // Most requests come long before there is anything to renew.
  if (await freshTokenIn(request.cookies.getAll())) return () => undefined

  const changes: Parameters<NextResponse['cookies']['set']>[] = []
  const client = createServerClient(
    env().NEXT_PUBLIC_SUPABASE_URL,
    env().NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY,
    {
      cookieOptions: options,
      cookies: {
        getAll: () => request.cookies.getAll(),
        setAll: (updates) => {
          for (const { name, value, options } of updates) {
            request.cookies.set(name, value)
            changes.push([name, value, options])
          }
        },
      },
    },
  )
  try {
    await client.auth.getSession()
  } catch {
    // The auth server is away: the page will say so itself, better than a broken proxy would.
  }
  return (response) => {
    for (const change of changes) response.cookies.set(...change)
  }
}
