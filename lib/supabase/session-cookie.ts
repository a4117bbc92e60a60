import type { CookieOptionsWithName } from '@supabase/ssr'
import { isSecureHost } from '@/lib/core/hosts'

/**
 * The session cookie: host-only, so that no company's subdomain ever sees it, and out of reach of scripts.
 * Browsers accept `__Host-` only with Secure, which plain http on localhost cannot have.
 */
export function sessionCookie(): CookieOptionsWithName {
  const secure = isSecureHost()
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
