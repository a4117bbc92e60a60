import { type NextRequest, NextResponse } from 'next/server'
import { contentSecurityPolicy } from '@/lib/core/content-security'
import { env } from '@/lib/core/env'
import { classifyHost, type HostKind } from '@/lib/core/hosts'
import { LOCALE_COOKIE, SITE_LOCALES, toLocale } from '@/lib/core/i18n/locales'
import { requestIdFrom } from '@/lib/core/ids'
import { isKnownSite, siteOfDomain, widgetOrigins } from '@/lib/core/known-site'
import { refreshSession } from '@/lib/supabase/refresh-session'

/** Paths that mean the same on every host: Next's own, and what a load balancer asks by address. */
const HOST_INDEPENDENT = /^\/(_next|api\/health|api\/ready)(\/|$)/

/** Pictures drawn of a site, the same for everybody; their own routes say how long they may be kept. */
const DRAWN = /^\/(map|icon)$/

const COOKIE = { path: '/', maxAge: 365 * 24 * 60 * 60, sameSite: 'lax' } as const

/** Headers of ours that a caller must not be able to set. */
const OWN_HEADERS = ['x-path', 'x-site', 'x-language', 'x-nonce', 'content-security-policy']

/**
 * Sends a request to the right part of the app and marks it: company site by host, request id, nonce. It never
 * authorises: every page, action and route does that itself, and works the same without this file.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname, search } = request.nextUrl
  const requestId = requestIdFrom(request.headers.get('x-request-id'))
  const host = await hostOf(request, requestId)
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64')
  const isWidget = host.kind === 'site' && request.nextUrl.pathname === '/widget'
  const policy = contentSecurityPolicy(nonce, isWidget ? await widgetOrigins(host.slug, requestId) : [])

  const applySession = host.kind === 'app' ? await refreshSession(request) : () => undefined

  const headers = new Headers(request.headers)
  for (const name of OWN_HEADERS) headers.delete(name)
  headers.set('x-request-id', requestId)
  headers.set('x-path', `${pathname}${search}`)
  headers.set('x-nonce', nonce)
  if (host.kind === 'site') headers.set('x-site', host.slug)
  // An address that names a language is opened in it, and so are those after it; a form on it may choose another.
  const names = host.kind === 'site' && request.method === 'GET' && request.nextUrl.searchParams.get('lang')
  const language = names && toLocale(names, SITE_LOCALES)
  if (language) headers.set('x-language', language)
  headers.set('content-security-policy', policy)

  const isLost = host.kind === 'site' && !(await isKnownSite(host.slug, requestId))
  const response = answerFor(request, isLost ? { kind: 'unknown' } : host, headers)
  applySession(response)
  const isDrawn = host.kind === 'site' && !isLost && DRAWN.test(request.nextUrl.pathname)
  if (language && !isDrawn) response.cookies.set(LOCALE_COOKIE, language, COOKIE)
  response.headers.set('Content-Security-Policy', policy)
  response.headers.set('X-Request-Id', requestId)
  if (!isDrawn) response.headers.set('Cache-Control', 'private, no-store')
  return response
}

/** Whose host it is: ours by its name, a company's own domain by what the database has proved. */
async function hostOf(request: NextRequest, requestId: string): Promise<HostKind> {
  const name = request.headers.get('host')
  const host = classifyHost(name, env().APP_HOST)
  if (host.kind !== 'unknown' || !name || HOST_INDEPENDENT.test(request.nextUrl.pathname)) return host
  const slug = await siteOfDomain(name, requestId)
  return slug ? { kind: 'site', slug } : host
}

function answerFor(request: NextRequest, host: HostKind, headers: Headers): NextResponse {
  const { pathname, search } = request.nextUrl
  const inside = { request: { headers } }
  const rewrite = (path: string) => NextResponse.rewrite(new URL(path, request.url), inside)
  if (HOST_INDEPENDENT.test(pathname)) return NextResponse.next(inside)
  // Nothing answers to a foreign name, and the folders behind the company sites are reached by their hosts alone.
  if (host.kind === 'unknown' || /^\/(site(\/|$)|widget\/)/.test(pathname)) return rewrite('/not-here')
  if (host.kind === 'app') return NextResponse.next(inside)
  if (pathname === '/widget') return rewrite(`/widget/${host.slug}${search}`)
  return rewrite(`/site/${host.slug}${pathname === '/' ? '' : pathname}${search}`)
}

export const config = {
  matcher: ['/((?!_next/static|_next/image|favicon.ico|.*\\.(?:png|webp|svg|ico|webmanifest|woff2|js)$).*)'],
}
