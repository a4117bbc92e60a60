import 'server-only'
import { currentRequest } from '@/lib/core/current-request'
import { loadSiteCompany } from '@/lib/core/site-company'
import type { TypefaceName } from '@/lib/core/typefaces'
import { createAnonymousClient } from '@/lib/supabase/server'

/** The face of the page in hand: on a company's site the one it has chosen, ours otherwise and when nobody can tell. */
export async function currentTypeface(): Promise<TypefaceName> {
  const { siteSlug, requestId } = await currentRequest()
  if (!siteSlug) return 'geist'
  const company = await loadSiteCompany(createAnonymousClient(requestId), siteSlug).catch(() => null)
  return company?.typeface ?? 'geist'
}
