import { createHash } from 'node:crypto'
import type { CompanyContext } from '@/lib/core/context'
import { AppError, fromPostgres } from '@/lib/core/errors'
import { keepPicture, pictureKind } from '@/lib/core/picture'
import { SIGNED_URL_SECONDS, storagePath } from '@/lib/core/storage-paths'
import type { NewDocument } from '@/lib/fleet/schema'

const BUCKET = 'fleet'
export const MOST_DOCUMENT_BYTES = 12_000_000

/** A paper of a vehicle. */
export type VehicleDocument = {
  id: string
  kind: string
  name: string
  contentType: string
  bytes: number
  addedAt: string
}

/** The papers of a vehicle, the newest first. */
export async function listDocuments(ctx: CompanyContext, vehicleId: string): Promise<VehicleDocument[]> {
  const { data, error } = await ctx.db
    .from('vehicle_documents')
    .select('id, kind, name, content_type, bytes, created_at')
    .eq('company_id', ctx.companyId)
    .eq('vehicle_id', vehicleId)
    .order('created_at', { ascending: false })
    .limit(100)
  if (error) throw fromPostgres(error)
  return data.map(({ content_type, created_at, ...row }) => ({
    ...row,
    contentType: content_type,
    addedAt: created_at,
  }))
}

/**
 * Keeps a paper of a vehicle: a PDF as it is, a picture drawn anew without what the camera wrote into it.
 * @throws AppError `document_invalid` · `not_found` · `quota_reached`
 */
export async function addDocument(
  ctx: CompanyContext,
  vehicleId: string,
  { kind, name }: NewDocument,
  given: Buffer,
): Promise<{ id: string }> {
  const file = await fileOf(given)
  const id = crypto.randomUUID()
  const path = storagePath(ctx.companyId, 'vehicles', id, file.extension)
  const stored = await ctx.db.storage
    .from(BUCKET)
    .upload(path, Uint8Array.from(file.bytes).buffer, { contentType: file.contentType })
  if (stored.error) throw new AppError('unavailable', { cause: stored.error })
  const { error } = await ctx.db.rpc('add_vehicle_document', {
    p_vehicle_id: vehicleId,
    p_id: id,
    p_document_kind: kind,
    p_name: name,
    p_storage_path: path,
    p_content_type: file.contentType,
    p_bytes: file.bytes.byteLength,
    p_sha256: createHash('sha256').update(file.bytes).digest('hex'),
  })
  if (error) {
    // Nothing points to the file: it goes again.
    await ctx.db.storage.from(BUCKET).remove([path])
    throw fromPostgres(error)
  }
  ctx.log.info({ event: 'vehicle.document_added', vehicleId, bytes: file.bytes.byteLength })
  return { id }
}

/** What is kept of a file, by what its first bytes say it is; name and content type are only claims. */
export async function fileOf(
  given: Buffer,
): Promise<{ bytes: Buffer; contentType: 'application/pdf' | 'image/jpeg'; extension: 'pdf' | 'jpg' }> {
  if (given.subarray(0, 5).toString('latin1') === '%PDF-') {
    return { bytes: given, contentType: 'application/pdf', extension: 'pdf' }
  }
  if (!pictureKind(given)) throw new AppError('document_invalid')
  try {
    const { bytes } = await keepPicture(given)
    return { bytes, contentType: 'image/jpeg', extension: 'jpg' }
  } catch (cause) {
    throw new AppError('document_invalid', { cause })
  }
}

type DocumentRef = { vehicleId: string; documentId: string }

/**
 * Where a paper can be fetched for the next minutes, as a file to keep rather than a page to run.
 * @throws AppError `not_found`
 */
export async function documentUrl(
  ctx: CompanyContext,
  { vehicleId, documentId }: DocumentRef,
): Promise<string> {
  const { data, error } = await ctx.db
    .from('vehicle_documents')
    .select('storage_path, name')
    .eq('company_id', ctx.companyId)
    .eq('vehicle_id', vehicleId)
    .eq('id', documentId)
    .maybeSingle()
  if (error) throw fromPostgres(error)
  if (!data) throw new AppError('not_found')
  const extension = data.storage_path.split('.').at(-1)
  const signed = await ctx.db.storage
    .from(BUCKET)
    .createSignedUrl(data.storage_path, SIGNED_URL_SECONDS.operator, {
      download: `${data.name.replace(/[^\p{L}\p{N} ._-]+/gu, '-')}.${extension}`,
    })
  if (signed.error) throw new AppError('not_found', { cause: signed.error })
  return signed.data.signedUrl
}

/**
 * Removes a paper and its file.
 * @throws AppError `not_found`
 */
export async function removeDocument(ctx: CompanyContext, { id }: { id: string }): Promise<void> {
  const { data, error } = await ctx.db.rpc('remove_vehicle_document', { p_vehicle_document_id: id })
  if (error) throw fromPostgres(error)
  const removed = await ctx.db.storage.from(BUCKET).remove([data])
  if (removed.error)
    ctx.log.error({ event: 'vehicle.document_file_left', documentId: id, err: removed.error })
}
