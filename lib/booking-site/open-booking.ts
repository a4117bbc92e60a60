import type { Booking } from '@/lib/booking-site/booking'
import { getBooking } from '@/lib/booking-site/queries'
import type { SiteContext } from '@/lib/core/context'
import { AppError } from '@/lib/core/errors'
import { limitRate, RATE_LIMITS } from '@/lib/core/rate-limit'

/**
 * Opens a booking by its private link. Wrong tokens are counted per address, right ones are not: a customer may
 * reload as often as they like.
 * @throws AppError `not_found` for a wrong or lapsed token · `rate_limited` after too many of them
 */
export async function openBooking(ctx: SiteContext, token: string, ip: string): Promise<Booking> {
  try {
    return await getBooking(ctx, token)
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') await limitRate(RATE_LIMITS.token, ip)
    throw error
  }
}
