import { redirect } from 'next/navigation'
import { cache } from 'react'
import type { Booking } from '@/lib/booking-site/booking'
import { openBooking } from '@/lib/booking-site/open-booking'
import { getBooking } from '@/lib/booking-site/queries'
import { getSiteContext } from '@/lib/core/context'
import { currentRequest } from '@/lib/core/current-request'
import { AppError } from '@/lib/core/errors'

/** The booking of a private link, once per request; a wrong link is a page that does not exist, too many of them are refused. */
export const bookingOrNotFound = cache(async (slug: string, token: string): Promise<Booking> => {
  const ctx = await getSiteContext(slug)
  const { ip } = await currentRequest()
  try {
    return await openBooking(ctx, token, ip)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    // A page cannot answer 404 and show something without JavaScript, nor 429 at all; these addresses do.
    if (error.code === 'not_found') redirect('/no-such-booking')
    if (error.code === 'rate_limited') redirect('/too-many-attempts')
    throw error
  }
})

/**
 * The number of a private link's booking, for the head of its page; a wrong link has none. It counts nothing: where the page leads elsewhere, the
 * head is drawn a second time, and a visit is one attempt.
 */
export async function bookingNumber(slug: string, token: string): Promise<string | null> {
  try {
    return (await getBooking(await getSiteContext(slug), token)).number
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return null
    throw error
  }
}
