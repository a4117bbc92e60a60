import { siteIcon } from '@/app/site/[company]/icon/draw'
import { requireSiteContext } from '@/lib/core/context'
import { respond } from '@/lib/core/route'

type SiteRoute = { params: Promise<{ company: string }> }

/** The small picture of the site in tabs, bookmarks and on home screens; another look has another address. */
export function GET(_request: Request, { params }: SiteRoute): Promise<Response> {
  return respond(async () => {
    const ctx = await requireSiteContext((await params).company)
    return new Response(await siteIcon(ctx), {
      headers: { 'content-type': 'image/png', 'cache-control': 'public, max-age=86400' },
    })
  })
}
