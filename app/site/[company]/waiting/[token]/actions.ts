'use server'

import { redirect } from 'next/navigation'
import { entryOrNotFound } from '@/app/site/[company]/waiting/[token]/entry-or-not-found'
import { standingOf } from '@/lib/booking-site/booking'
import { openPaymentPage } from '@/lib/booking-site/commands'
import { acceptWaitingOffer, leaveWaitingList } from '@/lib/booking-site/waiting/commands'
import { waitingStandingOf } from '@/lib/booking-site/waiting/rules'
import { requireSiteContext } from '@/lib/core/context'

/** Takes up the offer and leads to the payment page; one that is over shows where the entry stands. */
export async function acceptOffer(slug: string, token: string, form: FormData): Promise<void> {
  const ctx = await requireSiteContext(slug)
  const standing = waitingStandingOf(await entryOrNotFound(ctx, token), ctx.now())
  if (standing !== 'kept') redirect(`/waiting/${token}`)
  // The browser asks for it as well; without it nothing is agreed.
  if (form.get('acceptsTerms') !== 'on') redirect(`/waiting/${token}?consent`)
  const booking = await acceptWaitingOffer(ctx, token)
  const isDue = standingOf(booking, ctx.now()) === 'awaiting_payment' && booking.payment !== null
  redirect(isDue ? await openPaymentPage(ctx, booking) : `/portal/${booking.token}`)
}

/** Takes the person of this link off the list; the page then says so. */
export async function leaveList(slug: string, token: string): Promise<void> {
  const ctx = await requireSiteContext(slug)
  await entryOrNotFound(ctx, token)
  await leaveWaitingList(ctx, token)
  redirect(`/waiting/${token}`)
}
