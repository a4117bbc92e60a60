'use server'

import { redirect } from 'next/navigation'
import { wishedChange } from '@/app/site/[company]/portal/[token]/change/wished-change'
import { changeBooking } from '@/lib/booking-site/change-booking'
import { openBooking } from '@/lib/booking-site/open-booking'
import { requireSiteContext } from '@/lib/core/context'
import { currentRequest } from '@/lib/core/current-request'
import { AppError } from '@/lib/core/errors'
import { getPortal } from '@/lib/portal/queries'

/** Changes the booking as the address says, at the total that was shown; a second press changes nothing more. */
export async function confirmChange(
  slug: string,
  token: string,
  query: string,
  expectedTotalRappen: number,
  idempotencyKey: string,
): Promise<void> {
  const ctx = await requireSiteContext(slug)
  const { ip } = await currentRequest()
  await openBooking(ctx, token, ip)
  const { change } = wishedChange(
    ctx,
    (await getPortal(ctx, token)).terms,
    Object.fromEntries(new URLSearchParams(query)),
  )
  try {
    await changeBooking(ctx, token, change, { expectedTotalRappen, idempotencyKey })
  } catch (error) {
    if (!(error instanceof AppError) || error.isFault) throw error
    redirect(`/portal/${token}/change?${query}&refused=${error.code}`)
  }
  redirect(`/portal/${token}?changed`)
}
