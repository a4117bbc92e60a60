'use server'

import { redirect } from 'next/navigation'
import type { SaveReply } from '@/components/checkin/checkin-form'
import { openBooking } from '@/lib/booking-site/open-booking'
import { saveCheckin } from '@/lib/checkin/by-link'
import type { GivenAnswers } from '@/lib/checkin/rules'
import { Answers } from '@/lib/checkin/schema'
import { requireSiteContext } from '@/lib/core/context'
import { currentRequest } from '@/lib/core/current-request'
import { describeError } from '@/lib/core/error-messages'
import { AppError } from '@/lib/core/errors'
import { parseInput } from '@/lib/core/validation'

/** Keeps the answers of the check-in; when they are done, the portal's front room says so. */
export async function saveOwnCheckin(
  slug: string,
  token: string,
  answers: GivenAnswers,
  submit: boolean,
): Promise<SaveReply> {
  const ctx = await requireSiteContext(slug)
  const { ip } = await currentRequest()
  try {
    await openBooking(ctx, token, ip)
    await saveCheckin(ctx, token, parseInput(Answers, answers), { submit })
  } catch (error) {
    if (!(error instanceof AppError) || error.isFault) throw error
    const { message } = await describeError(error, ctx.locale)
    const field = error.details.field ?? error.details.rule
    return { ok: false, message, ...(typeof field === 'string' && { field }) }
  }
  if (submit) redirect(`/portal/${token}?checkedin`)
  return { ok: true }
}
