import { openBooking } from '@/lib/booking-site/open-booking'
import { currentRequest } from '@/lib/core/current-request'
import { apiRoute } from '@/lib/core/route'
import { getPortal, portalDocumentUrl } from '@/lib/portal/queries'

/** Leads to one of the booking's sealed PDFs by an address that lasts minutes. */
export const GET = apiRoute({ public: true }, async ({ ctx, params }) => {
  const { ip } = await currentRequest()
  const { token } = await openBooking(ctx, params.token ?? '', ip)
  const portal = await getPortal(ctx, token)
  const url = await portalDocumentUrl(ctx, portal, {
    kind: params.kind ?? '',
    recordId: params.record ?? '',
  })
  return new Response(null, { status: 302, headers: { Location: url } })
})
