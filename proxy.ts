import { type NextRequest, NextResponse } from 'next/server'
import { contentSecurityPolicy } from '@/lib/core/content-security'
import { env } from '@/lib/core/env'
import { classifyHost, type HostKind } from '@/lib/core/hosts'
import { requestIdFrom } from '@/lib/core/ids'
import { isKnownSite } from '@/lib/core/known-site'
import { refreshSession } from '@/lib/supabase/refresh-session'

/** Paths that mean the same on every host: Next's own, and what a load balancer asks by address. */
const HOST_INDEPENDENT = /^\/(_next|api\/health|api\/ready)(\/|$)/

/** Headers of ours that a caller must not be able to set. */
const OWN_HEADERS = ['x-path', 'x-nonce', 'content-security-policy']

/**
 * Sends a request to the right part of the app and marks it: company site by host, request id, nonce. It never
 * authorises: every page, action and route does that itself, and works the same without this file.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname, search } = request.nextUrl
  const host = classifyHost(request.headers.get('host'), env().APP_HOST)
  const requestId = requestIdFrom(request.headers.get('x-request-id'))
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64')
  const policy = contentSecurityPolicy(nonce)

  const applySession = host.kind === 'app' ? await refreshSession(request) : () => undefined

  const headers = new Headers(request.headers)
  for (const name of OWN_HEADERS) headers.delete(name)
  headers.set('x-request-id', requestId)
  headers.set('x-path', `${pathname}${search}`)
  headers.set('x-nonce', nonce)
  headers.set('content-security-policy', policy)

  const isLost = host.kind === 'site' && !(await isKnownSite(host.slug, requestId))
  const response = answerFor(request, isLost ? { kind: 'unknown' } : host, headers)
  applySession(response)
  response.headers.set('Content-Security-Policy', policy)
  response.headers.set('X-Request-Id', requestId)
  response.headers.set('Cache-Control', 'private, no-store')
  return response
}

function answerFor(request: NextRequest, host: HostKind, headers: Headers): NextResponse {
  const { pathname, search } = request.nextUrl
  const inside = { request: { headers } }
  const rewrite = (path: string) => NextResponse.rewrite(new URL(path, request.url), inside)
  if (HOST_INDEPENDENT.test(pathname)) return NextResponse.next(inside)
  // Nothing answers to a foreign name, and the folder behind the company sites is reached by their hosts alone.
  if (host.kind === 'unknown' || /^\/site(\/|$)/.test(pathname)) return rewrite('/not-here')
  if (host.kind === 'app') return NextResponse.next(inside)
  return rewrite(`/site/${host.slug}${pathname === '/' ? '' : pathname}${search}`)
}

export const config = {
  matcher: ['/((?!_next/static|_next/image|favicon.ico|.*\\.(?:png|svg|ico|webmanifest|woff2|js)$).*)'],
}
