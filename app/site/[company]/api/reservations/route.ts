import { book } from '@/lib/booking-site/commands'
import { publicReservation } from '@/lib/booking-site/public-reservation'
import { NewBooking } from '@/lib/booking-site/schema'
import { currentRequest } from '@/lib/core/current-request'
import { apiRoute } from '@/lib/core/route'

/** Books on the company's site. The Idempotency-Key makes a repetition the same booking. */
export const POST = apiRoute(
  { public: true, body: NewBooking, idempotent: true, status: 201 },
  async ({ ctx, body, idempotencyKey }) => {
    const { ip } = await currentRequest()
    const { booking, checkoutUrl } = await book(ctx, body, { idempotencyKey, ip })
    return { reservation: publicReservation(booking), checkoutUrl }
  },
)
