import 'server-only'
import { LRUCache } from 'lru-cache'
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
