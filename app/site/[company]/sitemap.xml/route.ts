import { sitemapOf } from '@/lib/booking-site/languages-of'
import { requireSiteContext } from '@/lib/core/context'
import { publicUrl } from '@/lib/core/hosts'
import { respond } from '@/lib/core/route'

type SiteRoute = { params: Promise<{ company: string }> }

/** The pages of the site for search engines, each with its languages. */
export function GET(_request: Request, { params }: SiteRoute): Promise<Response> {
  return respond(async () => {
    const { company } = await requireSiteContext((await params).company)
    const body = sitemapOf((path) => publicUrl(company, path))
    return new Response(body, { headers: { 'content-type': 'application/xml; charset=utf-8' } })
  })
}
