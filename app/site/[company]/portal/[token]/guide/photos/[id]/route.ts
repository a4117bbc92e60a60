import { z } from 'zod'
import { openBooking } from '@/lib/booking-site/open-booking'
import { currentRequest } from '@/lib/core/current-request'
import { apiRoute } from '@/lib/core/route'
import { parseInput } from '@/lib/core/validation'
import { guidePhoto } from '@/lib/guide/by-link'

/** A picture of the guide, under the guide's own address so that the phone can keep it. */
export const GET = apiRoute({ public: true }, async ({ ctx, params }) => {
  const { ip } = await currentRequest()
  const booking = await openBooking(ctx, params.token ?? '', ip)
  const bytes = await guidePhoto(ctx, booking, parseInput(z.uuid(), params.id))
  return new Response(bytes, {
    headers: { 'content-type': 'image/jpeg', 'x-content-type-options': 'nosniff' },
  })
})
