import { z } from 'zod'
import { openBooking } from '@/lib/booking-site/open-booking'
import { addCheckinFile } from '@/lib/checkin/files'
import { currentRequest } from '@/lib/core/current-request'
import { MOST_FILE_BYTES } from '@/lib/core/kept-file'
import { limitRate, RATE_LIMITS } from '@/lib/core/rate-limit'
import { readBytes } from '@/lib/core/request-body'
import { apiRoute } from '@/lib/core/route'

const Query = z.object({ field: z.string().max(40) })

/** Takes one file of the check-in as the request's bare bytes. */
export const POST = apiRoute(
  { public: true, query: Query, status: 201 },
  async ({ ctx, params, query, request }) => {
    const { ip } = await currentRequest()
    const booking = await openBooking(ctx, params.token ?? '', ip)
    await limitRate(RATE_LIMITS.upload, booking.id)
    return addCheckinFile(ctx, booking, query.field, await readBytes(request, MOST_FILE_BYTES))
  },
)
