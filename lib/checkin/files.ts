import 'server-only'
import { createHash, randomUUID } from 'node:crypto'
import { getCheckin } from '@/lib/checkin/by-link'
import type { SiteContext } from '@/lib/core/context'
import { AppError, fromPostgres } from '@/lib/core/errors'
import { keepFile } from '@/lib/core/kept-file'
import { pictureKind } from '@/lib/core/picture'
import { serviceContext } from '@/lib/core/service-context'
import { SIGNED_URL_SECONDS, storagePath } from '@/lib/core/storage-paths'

const BUCKET = 'checkin'

/** Of which booking, opened by its private link. */
type BookingRef = { id: string; token: string }

/** The customer's link was checked by whoever opened the booking; files are our own machine's business. */
function machine(ctx: SiteContext) {
  return serviceContext(ctx.companyId, 'checkin', ctx.requestId).db
}

/**
 * Keeps a file of a booking's check-in: a picture drawn anew without what the camera wrote into it, a PDF as it is.
 * @throws AppError `file_invalid` · `photo_only` · `photo_invalid` · `not_found` · `checkin_closed` · `too_many_files` · `invalid_input`
 */
export async function addCheckinFile(
  ctx: SiteContext,
  booking: BookingRef,
  field: string,
  given: Buffer,
): Promise<{ id: string; bytes: number; contentType: string }> {
  const checkin = await getCheckin(ctx, booking.token)
  const kind = checkin?.fields.find(({ key }) => key === field)?.kind
  if (kind !== 'file' && !pictureKind(given)) throw new AppError('photo_only')
  const file = await keepFile(given)
  const db = machine(ctx)
  const path = storagePath(ctx.companyId, 'checkin', randomUUID(), file.extension)
  const stored = await db.storage
    .from(BUCKET)
    .upload(path, Uint8Array.from(file.bytes).buffer, { contentType: file.contentType })
  if (stored.error) throw new AppError('unavailable', { cause: stored.error })
  const { data, error } = await db.rpc('add_form_file', {
    p_company_id: ctx.companyId,
    p_reservation_id: booking.id,
    p_field: field,
    p_storage_path: path,
    p_content_type: file.contentType,
    p_bytes: file.bytes.byteLength,
    p_sha256: createHash('sha256').update(file.bytes).digest('hex'),
  })
  const { id, replaced } = (data ?? {}) as { id: string; replaced: string[] }
  // Nothing points to the file, or not any more: it goes again.
  const loose = error ? [path] : replaced
  if (loose.length > 0) await db.storage.from(BUCKET).remove(loose)
  if (error) throw fromPostgres(error)
  ctx.log.info({ event: 'checkin.file_added', reservationId: booking.id, bytes: file.bytes.byteLength })
  return { id, bytes: file.bytes.byteLength, contentType: file.contentType }
}

/** Takes a file out of a booking's check-in. @throws AppError `not_found` · `checkin_closed` */
export async function removeCheckinFile(
  ctx: SiteContext,
  booking: BookingRef,
  fileId: string,
): Promise<void> {
  const db = machine(ctx)
  const { data, error } = await db.rpc('remove_form_file', {
    p_company_id: ctx.companyId,
    p_reservation_id: booking.id,
    p_file_id: fileId,
  })
  if (error) throw fromPostgres(error)
  // What was submitted stays until the change is submitted too.
  if (data.length > 0) await db.storage.from(BUCKET).remove(data)
}

/** A short-lived address of a file the customer has given. @throws AppError `not_found` */
export async function checkinFileUrl(ctx: SiteContext, booking: BookingRef, fileId: string): Promise<string> {
  const { data, error } = await machine(ctx).rpc('form_file_path', {
    p_company_id: ctx.companyId,
    p_reservation_id: booking.id,
    p_file_id: fileId,
  })
  if (error) throw fromPostgres(error)
  if (data === null) throw new AppError('not_found')
  return signedUrl(machine(ctx), data)
}

/** Signs an address of a file, a PDF to be saved, not opened; whoever calls it has checked that this file may be seen. @throws AppError `not_found` */
export async function signedUrl(db: ReturnType<typeof machine>, path: string): Promise<string> {
  const { data, error } = await db.storage
    .from(BUCKET)
    .createSignedUrl(path, SIGNED_URL_SECONDS.operator, { download: path.endsWith('.pdf') })
  if (error) throw new AppError('not_found', { cause: error })
  return data.signedUrl
}
