import { type CookieOptionsWithName, combineChunks, stringFromBase64URL } from '@supabase/ssr'
import { z } from 'zod'
import { isSecureHost } from '@/lib/core/hosts'

/**
 * The session cookie: host-only, so that no company's subdomain ever sees it, and out of reach of scripts.
 * Browsers accept `__Host-` only with Secure, which plain http on localhost cannot have.
 */
export function sessionCookie(secure = isSecureHost()): CookieOptionsWithName {
  return {
    name: secure ? '__Host-crms-session' : 'crms-session',
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure,
    maxAge: 60 * 60 * 24 * 30,
  }
}

/** What to write of the SDK's cookies. Our mails carry a token's hash, so the verifiers it prepares are never asked for. */
export function isSessionCookie(name: string): boolean {
  return !name.includes('code-verifier')
}

const Kept = z.object({ access_token: z.string(), expires_at: z.number() })
/** Before this much time is left the SDK renews a session; it does so itself when asked later than that. */
const RENEWAL_MS = 120_000

/**
 * The access token in a request's cookies, read without the SDK; null when there is none, or when the SDK had better
 * look at the session because it is to be renewed or cannot be read. It proves nothing: the database decides what it is worth.
 */
export async function freshTokenIn(cookies: { name: string; value: string }[]): Promise<string | null> {
  const value = await combineChunks(
    sessionCookie().name ?? '',
    (name) => cookies.find((cookie) => cookie.name === name)?.value ?? null,
  )
  if (!value?.startsWith('base64-')) return null
  try {
    const kept = Kept.parse(JSON.parse(stringFromBase64URL(value.slice('base64-'.length))))
    return kept.expires_at * 1_000 > Date.now() + RENEWAL_MS ? kept.access_token : null
  } catch {
    return null
  }
}
