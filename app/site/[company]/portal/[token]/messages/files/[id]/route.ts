import { z } from 'zod'
import { openBooking } from '@/lib/booking-site/open-booking'
import { currentRequest } from '@/lib/core/current-request'
import { apiRoute } from '@/lib/core/route'
import { parseInput } from '@/lib/core/validation'
import { ownFileUrl } from '@/lib/messages/files'

const Query = z.object({ thumbnail: z.stringbool().default(false) })

/** Leads the customer to a file of their conversation, by an address that lasts minutes. */
export const GET = apiRoute({ public: true, query: Query }, async ({ ctx, params, query }) => {
  const { ip } = await currentRequest()
  const booking = await openBooking(ctx, params.token ?? '', ip)
  const url = await ownFileUrl(ctx, booking, { id: parseInput(z.uuid(), params.id), ...query })
  return new Response(null, { status: 302, headers: { Location: url } })
})
