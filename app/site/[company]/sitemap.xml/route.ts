import { requireSiteContext } from '@/lib/core/context'
import { publicUrl } from '@/lib/core/hosts'
import { respond } from '@/lib/core/route'

type SiteRoute = { params: Promise<{ company: string }> }

const PAGES = ['/', '/terms', '/privacy', '/imprint']

/** The pages of the site for search engines. */
export function GET(_request: Request, { params }: SiteRoute): Promise<Response> {
  return respond(async () => {
    const { company } = await requireSiteContext((await params).company)
    const urls = PAGES.map((page) => `<url><loc>${publicUrl(company, page)}</loc></url>`)
    const body = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.join('')}</urlset>\n`
    return new Response(body, { headers: { 'content-type': 'application/xml; charset=utf-8' } })
  })
}
