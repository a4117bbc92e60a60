'use server'

import { redirect } from 'next/navigation'
import { openBooking } from '@/lib/booking-site/open-booking'
import { requireSiteContext } from '@/lib/core/context'
import { currentRequest } from '@/lib/core/current-request'
import { AppError } from '@/lib/core/errors'
import { NewMessage, writeToCompany } from '@/lib/messages/conversation'

/** Sends a message to the company; a second press sends it once. */
export async function writeOwnMessage(
  slug: string,
  token: string,
  idempotencyKey: string,
  form: FormData,
): Promise<void> {
  const ctx = await requireSiteContext(slug)
  const { ip } = await currentRequest()
  await openBooking(ctx, token, ip)
  const here = `/portal/${token}/messages`
  const message = NewMessage.safeParse({ body: form.get('body'), idempotencyKey })
  if (!message.success) redirect(here)
  try {
    await writeToCompany(ctx, token, message.data)
  } catch (error) {
    if (!(error instanceof AppError) || error.isFault) throw error
    redirect(`${here}?refused=${error.code}`)
  }
  redirect(here)
}
