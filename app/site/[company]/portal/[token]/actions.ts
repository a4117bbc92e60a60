'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { standingOf } from '@/lib/booking-site/booking'
import { cancelBooking, openPaymentPage } from '@/lib/booking-site/commands'
import { openBooking } from '@/lib/booking-site/open-booking'
import { requireSiteContext } from '@/lib/core/context'
import { currentRequest } from '@/lib/core/current-request'
import { describeError } from '@/lib/core/error-messages'
import { AppError } from '@/lib/core/errors'
import { parseInput } from '@/lib/core/validation'
import { AddendumSignature } from '@/lib/handover/schema'
import { signAddendumByLink } from '@/lib/handover/sign-addendum'
import { requestData } from '@/lib/portal/commands'
import { confirmDeposit } from '@/lib/portal/confirm-deposit'
import { getPortal } from '@/lib/portal/queries'
import { DataRequestKind } from '@/lib/portal/schema'
import { takeUpsell, UpsellChoice } from '@/lib/portal/upsells'

/** Leads to the payment page of a booking that is still held; one that is not shows where it stands. */
export async function payBooking(slug: string, token: string): Promise<void> {
  const ctx = await requireSiteContext(slug)
  const { ip } = await currentRequest()
  const booking = await openBooking(ctx, token, ip)
  const isHeld = standingOf(booking, ctx.now()) === 'awaiting_payment'
  redirect(isHeld ? await openPaymentPage(ctx, booking) : `/portal/${booking.token}`)
}

/** Cancels the booking of this link; the page then shows where it stands. */
export async function cancelOwnBooking(slug: string, token: string): Promise<void> {
  const ctx = await requireSiteContext(slug)
  const { ip } = await currentRequest()
  const booking = await openBooking(ctx, token, ip)
  // One that can no longer be cancelled shows where it stands instead.
  if (booking.cancellation) await cancelBooking(ctx, token)
  redirect(`/portal/${booking.token}`)
}

/** Leads to the page on which the hold of the deposit is confirmed; one that needs nothing shows where it stands. */
export async function confirmOwnDeposit(slug: string, token: string): Promise<void> {
  const ctx = await requireSiteContext(slug)
  const { ip } = await currentRequest()
  await openBooking(ctx, token, ip)
  const { deposit } = await getPortal(ctx, token)
  redirect(deposit?.needsCustomer ? await confirmDeposit(ctx, token) : `/portal/${token}`)
}

/** Adds what was offered to the booking at the price that was shown, or asks the desk for it; the page then says which. */
export async function takeOwnUpsell(
  slug: string,
  token: string,
  offerId: string,
  pricesRappen: number[],
  idempotencyKey: string,
  form: FormData,
): Promise<void> {
  const ctx = await requireSiteContext(slug)
  const { ip } = await currentRequest()
  await openBooking(ctx, token, ip)
  const quantity = Number(form.get('quantity'))
  const choice = { offerId, quantity, expectedRappen: pricesRappen[quantity - 1], idempotencyKey }
  const outcome = await takeUpsell(ctx, token, parseInput(UpsellChoice, choice)).catch((error: unknown) => {
    if (!(error instanceof AppError) || error.isFault) throw error
    return 'refused'
  })
  redirect(`/portal/${token}?${outcome}`)
}

/** Asks for a copy of the customer's data or to be forgotten; the page then shows by when it is answered. */
export async function requestOwnData(slug: string, token: string, kind: DataRequestKind): Promise<void> {
  const ctx = await requireSiteContext(slug)
  const { ip } = await currentRequest()
  await openBooking(ctx, token, ip)
  await requestData(ctx, token, parseInput(DataRequestKind, kind))
  redirect(`/portal/${token}`)
}

/** Signs a change of the running rental; answers why that could not be. What is signed already, or gone, is not there to be signed. */
export async function signOwnAddendum(
  slug: string,
  token: string,
  changeId: string,
  name: string,
  image: string,
): Promise<string> {
  const ctx = await requireSiteContext(slug)
  const { ip } = await currentRequest()
  try {
    const booking = await openBooking(ctx, token, ip)
    const { addenda } = await getPortal(ctx, token)
    if (addenda.some((addendum) => addendum.changeId === changeId)) {
      const signature = parseInput(AddendumSignature, { changeId, name, image })
      const userAgent = (await headers()).get('user-agent')
      await signAddendumByLink(ctx, booking, signature, { ip: ip === 'unknown' ? null : ip, userAgent })
    }
  } catch (error) {
    if (!(error instanceof AppError) || error.isFault) throw error
    return (await describeError(error, ctx.locale)).message
  }
  redirect(`/portal/${token}?signed`)
}
