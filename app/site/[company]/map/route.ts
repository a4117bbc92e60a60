import { z } from 'zod'
import { branchMapPicture } from '@/lib/booking-site/branch-map'
import { requireSiteContext } from '@/lib/core/context'
import { readQuery } from '@/lib/core/request-body'
import { respond } from '@/lib/core/route'
import { parseInput } from '@/lib/core/validation'

type SiteRoute = { params: Promise<{ company: string }> }

const Wanted = z.object({ look: z.enum(['light', 'dark']), size: z.enum(['narrow', 'wide']) })

/** The map of the company's branches; another map has another address (`at`). */
export function GET(request: Request, { params }: SiteRoute): Promise<Response> {
  return respond(async () => {
    const { company } = await requireSiteContext((await params).company)
    const picture = await branchMapPicture(company, parseInput(Wanted, readQuery(request)))
    return new Response(new Uint8Array(picture), {
      headers: { 'content-type': 'image/webp', 'cache-control': 'public, max-age=86400' },
    })
  })
}
