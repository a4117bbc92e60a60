import { requireSiteContext } from '@/lib/core/context'
import { publicUrl } from '@/lib/core/hosts'
import { respond } from '@/lib/core/route'

type SiteRoute = { params: Promise<{ company: string }> }

/** What search engines may read: the pages about the company, not anybody's booking. */
export function GET(_request: Request, { params }: SiteRoute): Promise<Response> {
  return respond(async () => {
    const { company } = await requireSiteContext((await params).company)
    const lines = [
      'User-agent: *',
      'Disallow: /portal/',
      'Disallow: /book/',
      'Disallow: /api/',
      `Sitemap: ${publicUrl(company, '/sitemap.xml')}`,
    ]
    return new Response(`${lines.join('\n')}\n`, { headers: { 'content-type': 'text/plain; charset=utf-8' } })
  })
}
