'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { openBooking } from '@/lib/booking-site/open-booking'
import { requireSiteContext } from '@/lib/core/context'
import { currentRequest } from '@/lib/core/current-request'
import { AppError } from '@/lib/core/errors'
import { parseInput } from '@/lib/core/validation'
import { signOwnTerms, TermsSignature } from '@/lib/portal/terms'

/** Signs the terms that were shown; the page then says by whom and when. */
export async function signTerms(slug: string, token: string, version: number, form: FormData): Promise<void> {
  const ctx = await requireSiteContext(slug)
  const { ip } = await currentRequest()
  await openBooking(ctx, token, ip)
  const userAgent = (await headers()).get('user-agent') ?? ''
  try {
    const given = { version, name: form.get('name'), agrees: form.get('agrees') }
    await signOwnTerms(ctx, token, parseInput(TermsSignature, given), { ip, userAgent })
  } catch (error) {
    if (!(error instanceof AppError) || error.isFault) throw error
    redirect(`/portal/${token}/terms?refused=${error.code}#sign`)
  }
  redirect(`/portal/${token}/terms?signed`)
}
