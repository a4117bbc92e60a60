import 'server-only'
import { LRUCache } from 'lru-cache'
import { fromPostgres } from '@/lib/core/errors'
import { processWide } from '@/lib/core/process-wide'
import { loadSiteCompany } from '@/lib/core/site-company'
import { createAnonymousClient } from '@/lib/supabase/server'

const FOUND_MS = 60_000
/** Short: whoever has just signed up looks at the new site at once. */
const MISSED_MS = 2_000

/**
 * Whether a company has this slug. Asked before a page is rendered, because a page that finds out itself can answer
 * 404 only with an empty document, which its scripts fill. When nobody can tell, the page tries.
 */
export async function isKnownSite(slug: string, requestId: string): Promise<boolean> {
  const known = processWide('known-sites', () => new LRUCache<string, boolean>({ max: 10_000 }))
  const remembered = known.get(slug)
  if (remembered !== undefined) return remembered
  try {
    const found = (await loadSiteCompany(createAnonymousClient(requestId), slug)) !== null
    known.set(slug, found, { ttl: found ? FOUND_MS : MISSED_MS })
    return found
  } catch {
    return true
  }
}

/** The web sites that may show a company's widget in a frame; none when nobody can tell. */
export async function widgetOrigins(slug: string, requestId: string): Promise<readonly string[]> {
  const company = await loadSiteCompany(createAnonymousClient(requestId), slug).catch(() => null)
  return company?.widgetOrigins ?? []
}

/** The company whose own domain a host is, once DNS has proved it; null for a name that is nobody's, and when nobody can tell. */
export async function siteOfDomain(host: string, requestId: string): Promise<string | null> {
  const known = processWide(
    'known-domains',
    () => new LRUCache<string, { slug: string | null }>({ max: 10_000 }),
  )
  const name = host.toLowerCase().replace(/:\d+$/, '')
  const remembered = known.get(name)
  if (remembered) return remembered.slug
  if (!/^[a-z0-9.-]{4,200}$/.test(name) || !/\.[a-z]/.test(name)) return null
  try {
    const { data, error } = await createAnonymousClient(requestId).rpc('slug_of_domain', { p_domain: name })
    if (error) throw fromPostgres(error)
    known.set(name, { slug: data }, { ttl: data ? FOUND_MS : MISSED_MS })
    return data
  } catch {
    return null
  }
}
