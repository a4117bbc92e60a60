import type { Booking } from '@/lib/booking-site/booking'
import { openBooking } from '@/lib/booking-site/open-booking'
import type { SiteContext } from '@/lib/core/context'
import { currentRequest } from '@/lib/core/current-request'
import { AppError } from '@/lib/core/errors'
import { fileName } from '@/lib/core/file-name'
import { MOST_FILE_BYTES } from '@/lib/core/kept-file'
import { limitRate, RATE_LIMITS } from '@/lib/core/rate-limit'
import { readForm } from '@/lib/core/request-body'
import { MOST_FILES, NewMessage, writeToCompany } from '@/lib/messages/conversation'
import { addOwnFile } from '@/lib/messages/files'

/** A few photos as a phone takes them; larger ones one after the other. */
const MOST_FORM_BYTES = 2.5 * MOST_FILE_BYTES

/** A file that stayed behind, and why. */
export type RefusedFile = { name: string; code: string }

/**
 * Sends what a customer wrote and chose to the company; a second press sends it once. What says nothing is not sent. A file that cannot be taken
 * stays behind alone, because the page that says so begins anew: the words and the other files leave.
 * @throws AppError `too_large` · `invalid_input` · `rate_limited` · `unavailable`: nothing was sent
 */
export async function sendOwnMessage(
  ctx: SiteContext,
  token: string,
  request: Request,
): Promise<{ isSent: boolean; refused: RefusedFile[] }> {
  const { ip } = await currentRequest()
  const booking = await openBooking(ctx, token, ip)
  // Not before: strangers bring us no files.
  const form = await readForm(request, MOST_FORM_BYTES)
  // A field in which nothing was chosen sends an empty file.
  const files = form.getAll('files').filter((file): file is File => file instanceof File && file.size > 0)
  const message = NewMessage.safeParse({ body: form.get('body'), idempotencyKey: form.get('key') })
  if (!message.success) return { isSent: false, refused: [] }
  const kept: string[] = []
  const refused: RefusedFile[] = []
  for (const [index, file] of files.entries()) {
    const given = await keepOwnFile(ctx, booking, file, index)
    if (typeof given === 'string') kept.push(given)
    else refused.push(given)
  }
  const isSent = message.data.body !== '' || kept.length > 0
  if (isSent) await writeToCompany(ctx, token, { ...message.data, files: kept })
  return { isSent, refused }
}

/** Keeps one of the files and gives its id, or says why it stays behind; only a fault stops the rest. */
async function keepOwnFile(
  ctx: SiteContext,
  booking: Booking,
  file: File,
  index: number,
): Promise<string | RefusedFile> {
  const name = fileName(file.name) ?? ''
  if (index >= MOST_FILES) return { name, code: 'too_many_files' }
  if (file.size > MOST_FILE_BYTES) return { name, code: 'too_large' }
  try {
    await limitRate(RATE_LIMITS.upload, booking.id)
    return (await addOwnFile(ctx, booking, file.name, Buffer.from(await file.arrayBuffer()))).id
  } catch (error) {
    if (!(error instanceof AppError) || error.isFault) throw error
    // How full the company's storage is, is its own business.
    const isOurs = ['quota_reached', 'rate_limited'].includes(error.code)
    return { name, code: isOurs ? 'files_closed' : error.code }
  }
}
