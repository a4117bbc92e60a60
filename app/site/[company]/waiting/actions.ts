'use server'

import { redirect } from 'next/navigation'
import { joinWaitingList } from '@/lib/booking-site/waiting/commands'
import { WaitingWish } from '@/lib/booking-site/waiting/schema'
import { openAction } from '@/lib/core/action'
import { requireSiteContext } from '@/lib/core/context'
import { currentRequest } from '@/lib/core/current-request'
import { AppError } from '@/lib/core/errors'

/** Puts a visitor on the waiting list and leads to their own page of it. */
export const joinWaitingListAction = openAction({ input: WaitingWish }, async ({ ip }, wish) => {
  const { siteSlug } = await currentRequest()
  if (!siteSlug) throw new AppError('unknown_company')
  const token = await joinWaitingList(await requireSiteContext(siteSlug), wish, ip)
  redirect(`/waiting/${token}`)
})
