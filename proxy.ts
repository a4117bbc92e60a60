import { type NextRequest, NextResponse } from 'next/server'
import { contentSecurityPolicy } from '@/lib/core/content-security'
import { env } from '@/lib/core/env'
import { classifyHost } from '@/lib/core/hosts'
import { requestIdFrom } from '@/lib/core/ids'
import { refreshSession } from '@/lib/supabase/refresh-session'

/** Paths that mean the same on every host. */
const HOST_INDEPENDENT = /^\/(api|_next)(\/|$)/

/** Paths under /api that a company's site answers itself. */
const SITE_API = /^\/api\/reservations$/

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

  const response = answerFor(request, host, headers)
  applySession(response)
  response.headers.set('Content-Security-Policy', policy)
  response.headers.set('X-Request-Id', requestId)
  response.headers.set('Cache-Control', 'private, no-store')
  return response
}

function answerFor(
  request: NextRequest,
  host: ReturnType<typeof classifyHost>,
  headers: Headers,
): NextResponse {
  const { pathname, search } = request.nextUrl
  const inside = { request: { headers } }
  if (host.kind === 'unknown')
    return NextResponse.rewrite(new URL('/not-a-host', request.url), { ...inside, status: 404 })
  const isSiteApi = host.kind === 'site' && SITE_API.test(pathname)
  if (HOST_INDEPENDENT.test(pathname) && !isSiteApi) return NextResponse.next(inside)
  // The folder behind the company sites is reached by their hosts alone.
  if (/^\/site(\/|$)/.test(pathname)) return NextResponse.rewrite(new URL('/not-a-host', request.url), inside)
  if (host.kind === 'app') return NextResponse.next(inside)
  return NextResponse.rewrite(
    new URL(`/site/${host.slug}${pathname === '/' ? '' : pathname}${search}`, request.url),
    inside,
  )
}

export const config = {
  matcher: ['/((?!_next/static|_next/image|favicon.ico|.*\\.(?:png|svg|ico|webmanifest|woff2|js)$).*)'],
}
