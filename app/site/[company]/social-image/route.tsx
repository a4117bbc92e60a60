import { getTranslations } from 'next-intl/server'
import { socialImage } from '@/app/site/[company]/social-image/draw'
import { requireSiteContext } from '@/lib/core/context'
import { respond } from '@/lib/core/route'

type SiteRoute = { params: Promise<{ company: string }> }

/** The picture that messengers and networks show beside a link to the site. */
export function GET(_request: Request, { params }: SiteRoute): Promise<Response> {
  return respond(async () => {
    const ctx = await requireSiteContext((await params).company)
    const t = await getTranslations('booking-site.meta')
    const title = ctx.company.lines.includes('rentals') ? t('home', { company: ctx.company.name }) : ''
    return new Response(await socialImage(ctx, title), { headers: { 'content-type': 'image/png' } })
  })
}
