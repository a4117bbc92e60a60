import { redirect } from 'next/navigation'
import { openWaitingEntry } from '@/lib/booking-site/waiting/queries'
import type { WaitingEntry } from '@/lib/booking-site/waiting/schema'
import type { SiteContext } from '@/lib/core/context'
import { currentRequest } from '@/lib/core/current-request'
import { AppError } from '@/lib/core/errors'

/** The entry of a private link; a wrong link is a page that does not exist, too many of them are refused. */
export async function entryOrNotFound(ctx: SiteContext, token: string): Promise<WaitingEntry> {
  const { ip } = await currentRequest()
  try {
    return await openWaitingEntry(ctx, token, ip)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    // As with a booking's link: these addresses can answer 404 and 429, a page cannot.
    if (error.code === 'not_found') redirect('/no-such-booking')
    if (error.code === 'rate_limited') redirect('/too-many-attempts')
    throw error
  }
}
