import { env } from '@/lib/core/env'

/** First labels that never name a company; the database refuses them as slugs (`private.reserved_slugs`). */
const DASHBOARD_LABELS = new Set(['app', 'www'])

export type HostKind = { kind: 'app' } | { kind: 'site'; slug: string } | { kind: 'unknown' }

/**
 * What a Host header asks for: the dashboard, a company's site, or something that is not ours.
 * Only the Host header counts; X-Forwarded-Host can be written by anybody.
 */
export function classifyHost(host: string | null, appHost: string): HostKind {
  const asked = (host ?? '').toLowerCase().replace(/\.(?=:|$)/, '')
  if (asked === appHost) return { kind: 'app' }
  if (!asked.endsWith(`.${appHost}`)) return { kind: 'unknown' }
  const label = asked.slice(0, -appHost.length - 1)
  if (DASHBOARD_LABELS.has(label)) return { kind: 'app' }
  return /^[a-z0-9-]{1,63}$/.test(label) ? { kind: 'site', slug: label } : { kind: 'unknown' }
}

/** Whether this deployment is reached by https: everything but a machine talking to itself. */
export function isSecureHost(appHost: string = env().APP_HOST): boolean {
  return !/^(localhost|127\.0\.0\.1)(:\d+)?$/.test(appHost)
}

function scheme(): string {
  return isSecureHost() ? 'https' : 'http'
}

/** Absolute address of a dashboard or API path. */
export function appUrl(path: string): string {
  return new URL(path, `${scheme()}://${env().APP_HOST}`).toString()
}

/** Absolute address of a path on a company's site. */
export function siteUrl(slug: string, path: string): string {
  return new URL(path, `${scheme()}://${slug}.${env().APP_HOST}`).toString()
}

/** The same for a reader whose language is known: the page, and those after it, open in it, whatever the device prefers. */
export function siteUrlIn(language: string, slug: string, path: string): string {
  const url = new URL(siteUrl(slug, path))
  url.searchParams.set('lang', language)
  return url.toString()
}

/** Absolute address of a path on a company's site as search engines should know it: under its own domain once that is proved. */
export function publicUrl({ slug, domain }: { slug: string; domain: string | null }, path: string): string {
  return domain ? new URL(path, `https://${domain}`).toString() : siteUrl(slug, path)
}
