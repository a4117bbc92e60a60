import type { Booking } from '@/lib/booking-site/booking'

/** What the answer to a booking tells; the token opens its private page. */
export function publicReservation(booking: Booking) {
  return {
    id: booking.id,
    number: booking.number,
    status: booking.status,
    startsAt: booking.startsAt.toISOString(),
    endsAt: booking.endsAt.toISOString(),
    totalRappen: booking.totalRappen,
    bookingDepositRappen: booking.bookingDepositRappen,
    currency: booking.currency,
    holdExpiresAt: booking.holdExpiresAt?.toISOString() ?? null,
    token: booking.token,
  }
}
