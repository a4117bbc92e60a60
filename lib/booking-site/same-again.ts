import type { Booking } from '@/lib/booking-site/booking'
import { searchQuery } from '@/lib/booking-site/search-state'
import { formatTime, localDateOf } from '@/lib/core/dates'

/**
 * Where a booking that came to nothing can be made once more: its vehicle for the same period, or one just like it.
 * Null when the period has begun.
 */
export function sameAgain(
  booking: Pick<Booking, 'startsAt' | 'endsAt' | 'vehicle'>,
  { now, timeZone }: { now: Date; timeZone: string },
): string | null {
  if (booking.startsAt <= now) return null
  const local = (instant: Date) => `${localDateOf(instant, timeZone)}T${formatTime(instant, timeZone)}`
  const query = searchQuery({ from: local(booking.startsAt), to: local(booking.endsAt), extras: {} })
  return `/book/${booking.vehicle.id}?${query}`
}
