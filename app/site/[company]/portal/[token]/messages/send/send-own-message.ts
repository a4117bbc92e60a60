import type { Booking } from '@/lib/booking-site/booking'
import { openBooking } from '@/lib/booking-site/open-booking'
import type { SiteContext } from '@/lib/core/context'
import { currentRequest } from '@/lib/core/current-request'
import { AppError } from '@/lib/core/errors'
import { MOST_FILE_BYTES } from '@/lib/core/kept-file'
import { limitRate, RATE_LIMITS } from '@/lib/core/rate-limit'
import { readForm } from '@/lib/core/request-body'
import { MOST_FILES, NewMessage, writeToCompany } from '@/lib/messages/conversation'
import { addOwnFile } from '@/lib/messages/files'

/** A few photos as a phone takes them; larger ones one after the other. */
const MOST_FORM_BYTES = 2.5 * MOST_FILE_BYTES

/**
 * Sends what a customer wrote and chose to the company; a second press sends it once. What says nothing is not sent; words leave also where their
 * files are refused, because the page that says so begins anew.
 * @throws AppError `too_many_files` · `too_large` · `file_invalid` · `photo_invalid` · `rate_limited` · `unavailable`
 */
export async function sendOwnMessage(ctx: SiteContext, token: string, request: Request): Promise<void> {
  const { ip } = await currentRequest()
  const booking = await openBooking(ctx, token, ip)
  // Not before: strangers bring us no files.
  const form = await readForm(request, MOST_FORM_BYTES)
  // A field in which nothing was chosen sends an empty file.
  const files = form.getAll('files').filter((file): file is File => file instanceof File && file.size > 0)
  const message = NewMessage.safeParse({ body: form.get('body'), idempotencyKey: form.get('key') })
  if (!message.success || (message.data.body === '' && files.length === 0)) return
  let kept: string[] = []
  let refusal: unknown
  try {
    kept = await keepFiles(ctx, booking, files)
  } catch (error) {
    refusal = error
  }
  if (message.data.body !== '' || kept.length > 0) {
    await writeToCompany(ctx, token, { ...message.data, files: kept })
  }
  if (refusal) throw refusal
}

/** Keeps all of them or says why not. */
async function keepFiles(ctx: SiteContext, booking: Booking, files: File[]): Promise<string[]> {
  if (files.length > MOST_FILES) throw new AppError('too_many_files', { details: { most: MOST_FILES } })
  if (files.some(({ size }) => size > MOST_FILE_BYTES)) throw new AppError('too_large')
  const kept: string[] = []
  for (const file of files) {
    await limitRate(RATE_LIMITS.upload, booking.id)
    const { id } = await addOwnFile(ctx, booking, file.name, Buffer.from(await file.arrayBuffer())).catch(
      hideQuota,
    )
    kept.push(id)
  }
  return kept
}

/** How full the company's storage is, is its own business. */
function hideQuota(error: unknown): never {
  if (error instanceof AppError && error.code === 'quota_reached') throw new AppError('files_closed')
  throw error
}
